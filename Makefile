# Yishi. `make run` starts the community on this machine, `make test` runs everything that is checked.
# Needs a Python of 3.11 or newer and nothing else: make run PYTHON=python3.12

PYTHON ?= python3
# More than there are cores: a conversation waits half of its time.
WORKERS ?= 4
VENV := .venv
MODEL := nlu/trained/model.npz
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The names that pyproject.toml asks for, one a line; constraints.txt has the versions.
WANTED = import sys, tomllib; p = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*p["dependencies"], *(n for e in sys.argv[1:] for n in p["optional-dependencies"][e]), sep="\n")
INSTALL = $(BIN)/python -c '$(WANTED)' $(1) > $(VENV)/wanted.txt && $(PIP) install -r $(VENV)/wanted.txt -c constraints.txt

.PHONY: install run test test-postgres lint bench voice clean

install: $(MODEL)

run: $(MODEL)
	@exec $(BIN)/python -m bot

test: lint
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

# All of it on PostgreSQL; `test` runs there what writes at the same time, and what keeps it.
test-postgres: lint
	@YISHI_TEST_DATABASE=postgresql $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

lint: $(VENV)/test.stamp $(MODEL)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

voice: $(VENV)/voice.stamp

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
