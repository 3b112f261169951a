# The commands of this project. Each line with two hashes is its own help.

PORT ?= 8000
PYTHON ?= python3
# Two cores, and one process more, for those that wait for a browser or a database.
JOBS ?= 3
DB ?= all
ARGS ?=

export PYTHAINLP_READ_ONLY := 1
export PYTHAINLP_OFFLINE := 1

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
MANAGE := $(BIN)/python manage.py
# What is installed and collected is stamped with the digest of the requirements it was made from.
RUN_DIGEST := $(shell cksum < requirements.txt | tr -d ' ')
DEV_DIGEST := $(shell cksum < requirements-dev.txt | tr -d ' ')
RUN_STAMP := .venv/installed-$(RUN_DIGEST)
DEV_STAMP := .venv/installed-dev-$(DEV_DIGEST)
STATIC_STAMP := var/static/collected-$(RUN_DIGEST)
# The site on this machine only: the public settings, but over plain HTTP and with a key of its own.
LOCAL = SECRET_KEY="$$(cat var/secret_key)" HTTPS=0

.DEFAULT_GOAL := help
.PHONY: help run dev manage test lint types format bench messages requirements upgrade secret-key fresh clean

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

run: $(RUN_STAMP) $(STATIC_STAMP) var/secret_key  ## Set up what is missing and serve the site on 127.0.0.1 (PORT=8000)
	@$(LOCAL) $(MANAGE) migrate --no-input --verbosity 0
	@$(LOCAL) $(MANAGE) bootstrap
	@$(LOCAL) BIND=127.0.0.1:$(PORT) exec $(BIN)/gunicorn --config encyclopedia/gunicorn.conf.py

dev: $(RUN_STAMP)  ## Serve with DEBUG=1, reloading what is edited (PORT=8000)
	@DEBUG=1 $(MANAGE) migrate --no-input --verbosity 0
	@DEBUG=1 $(MANAGE) bootstrap
	@DEBUG=1 $(MANAGE) runserver 127.0.0.1:$(PORT)

manage: $(RUN_STAMP) var/secret_key  ## Run a command on the site of `make run`: make manage ARGS="import_entries DIR"
	@$(LOCAL) $(MANAGE) $(ARGS)

test: lint types  ## Lint, types and tests on SQLite and PostgreSQL (DB=sqlite|pg-icu|pg-c, ARGS="tests/text -k x")
	$(BIN)/python -m tests.databases $(DB) --quiet --numprocesses=$(JOBS) --dist=worksteal $(ARGS)

lint: $(DEV_STAMP)  ## Check style and layout of code and templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint templates --lint --quiet
	DEBUG=1 $(MANAGE) makemigrations --check --dry-run

types: $(DEV_STAMP)  ## Check types, strictly
	$(BIN)/mypy

format: $(DEV_STAMP)  ## Lay the code out and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV_STAMP)  ## Run the benchmarks (ARGS is given to each)
	@for bench in bench/[!_]*.py; do echo "== $$bench"; PYTHONPATH=. $(BIN)/python "$$bench" $(ARGS) || exit 1; done

messages: $(DEV_STAMP)  ## Compile the translations; needs gettext, so the .mo files are kept in git
	DEBUG=1 $(MANAGE) compilemessages --ignore=.venv

requirements: $(DEV_STAMP)  ## Pin what pyproject.toml asks for, keeping the pins there are (ARGS=--upgrade: the newest)
	$(BIN)/uv pip compile $(COMPILE) --output-file requirements.txt pyproject.toml $(ARGS)
	$(BIN)/uv pip compile $(COMPILE) --output-file requirements-dev.txt --constraints requirements.txt --group dev \
		pyproject.toml $(ARGS)

COMPILE := --quiet --universal --python-version 3.11 --generate-hashes --no-header

secret-key:  ## Print a new SECRET_KEY
	@$(FIND_PYTHON); "$$python" -c 'import secrets; print(secrets.token_urlsafe(50))'

fresh:  ## Run `make test` in a fresh clone of HEAD with an empty home
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; mkdir "$$folder/home"; \
	git clone --quiet . "$$folder/clone"; \
	cd "$$folder/clone"; HOME="$$folder/home" SHARED_DIR="$(abspath ../shared)" $(MAKE) test

clean:  ## Remove what tools left; the database and the environment stay
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis var/static
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# Below: files that the commands above need.

FIND_PYTHON = for python in "$(PYTHON)" python3.13 python3.12 python3.11 ""; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; done; \
	test -n "$$python" || { echo "Python 3.11 or newer is needed (name it: make PYTHON=/path/to/python3)." >&2; exit 1; }

.venv/bin/python:
	@$(FIND_PYTHON); echo "Making .venv with $$("$$python" --version)"; "$$python" -m venv .venv || { rm -rf .venv; exit 1; }

$(RUN_STAMP): | .venv/bin/python
	@echo "Installing requirements.txt into .venv (once)"
	@$(PIP) install --quiet --require-hashes --requirement requirements.txt
	@rm -f .venv/installed-[0-9]*
	@touch $@

$(DEV_STAMP): | .venv/bin/python
	@echo "Installing requirements-dev.txt into .venv (once)"
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.txt
	@rm -f .venv/installed-dev-*
	@touch $@

$(STATIC_STAMP): $(shell find entries/static -type f ! -name '* *' 2>/dev/null) | $(RUN_STAMP) var/secret_key
	@$(LOCAL) $(MANAGE) collectstatic --no-input --verbosity 0
	@rm -f var/static/collected-*
	@touch $@

var/secret_key:
	@mkdir -p var
	@umask 077; $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@.new && mv $@.new $@
