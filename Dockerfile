# The bot, for compose.yaml and any other orchestra: pinned, without root, asked for its health.
FROM python:3.11.14-slim-bookworm AS built
WORKDIR /yishi
RUN python -m venv .venv
COPY pyproject.toml constraints.txt ./
RUN .venv/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
    > wanted.txt && .venv/bin/pip install --no-cache-dir --requirement wanted.txt --constraint constraints.txt

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /yishi yishi && mkdir -p /yishi/var && chown yishi /yishi/var
WORKDIR /yishi
COPY --from=built /yishi/.venv .venv
COPY config.yaml ./
COPY bot bot
COPY nlu nlu
COPY storage storage
USER yishi
ENV PATH=/yishi/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
VOLUME /yishi/var
EXPOSE 8080
STOPSIGNAL SIGTERM
# Asks where Telegram brings the updates; where the bot asks Telegram, compose.yaml turns it off.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/ready', timeout=2)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
