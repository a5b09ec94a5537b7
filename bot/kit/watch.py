"""What is counted while the bot works, for Prometheus: updates, refusals, deliveries, errors, and what waits."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prometheus_client import Counter, Gauge, Histogram, start_http_server

SECONDS = Histogram(
    "yishi_update_seconds", "From an update to its answer", ["kind"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)  # fmt: skip
"""Its count is the number of updates."""
REFUSALS = Counter("yishi_refusals", "What people were told they cannot do, by rule", ["rule"])
HELD_BACK = Counter("yishi_held_back", "Updates of people who sent too many at once")
ERRORS = Counter("yishi_errors", "What was logged as an error, by who logged it", ["logger"])
DELIVERIES = Counter("yishi_deliveries", "Calls of the courier, by how they ended", ["outcome"])
FLOODS = Counter("yishi_flood_waits", "Times that Telegram asked for patience (429), by who was asked", ["who"])
WAITING = Gauge("yishi_outbox_waiting", "Messages that are due and have not gone out")
OLDEST = Gauge("yishi_outbox_oldest_seconds", "For how long the first of them has been due")
LAG = Gauge("yishi_due_lag_seconds", "Since what time brings about was last seen to")


@contextmanager
def watching(port: int, address: str = "127.0.0.1") -> Iterator[None]:
    """Inside, errors are counted and /metrics is answered; 0 is no port. Raises `OSError` where it is taken."""
    counting = _CountErrors()
    logging.getLogger().addHandler(counting)
    stop = _serve(port, address) if port else None
    try:
        yield
    finally:
        if stop is not None:
            stop()
        logging.getLogger().removeHandler(counting)


def _serve(port: int, address: str) -> Callable[[], None]:
    server, thread = start_http_server(port, address)

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return stop


class _CountErrors(logging.Handler):
    """Counts instead of writing."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        ERRORS.labels(record.name).inc()
