# Minori: from a fresh clone to a running program. `make` alone explains.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
# A demonstration keeps what it stores here, so that trying Minori out leaves nothing outside this folder.
DEMO_DATA := $(CURDIR)/minori-data
# Optional: `make setup PYTHON=/path/to/python3.12`, `make test ARGS="-k settings"`.
PYTHON ?=
ARGS ?=

# Only Pythons of this machine are used; none is ever downloaded.
export UV_PYTHON_DOWNLOADS := never
# uv reads its own variables only; a mirror that is set for pip serves it as well.
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif

# Trust what the machine trusts, as pip does: a company's network may bring certificates of its own.
ifneq (,$(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem))
export UV_SYSTEM_CERTS ?= true
export UV_NATIVE_TLS ?= true
endif

# Sets $python to the first Python >= 3.11 that works ($1: the modules it has to have).
define find_python
python=; for candidate in $(if $(PYTHON),'$(PYTHON)',python3.12 python3.11 python3.13 python3 python python3.14); do \
  if "$$candidate" -c 'import sys, $(1); sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
    python=`"$$candidate" -c 'import sys; print(sys.executable)'`; break; fi; done
endef

# Sets $uv to a uv that works: the machine's, else our own.
define find_uv
uv=; for candidate in uv .uv/bin/uv; do \
  if "$$candidate" --version >/dev/null 2>&1; then uv=$$candidate; break; fi; done
endef

.PHONY: help
help:
	@echo "Minori (実り): answers from guides, with checked quotes"
	@echo
	@echo "  make demo    try it: makes the environment and opens a local workspace in the browser  (ARGS=\"--no-open\")"
	@echo "  make setup   make the environment only; the program is then $(BIN)/minori"
	@echo "  make test    run every test                       (ARGS=\"-k word\" runs some)"
	@echo "  make faults  kill and stop processes on the way of a message, over two databases, and count what arrives"
	@echo "  make test-strangers  hold the local workspace against Slack's own packages for JavaScript (Node.js, npm)"
	@echo "  make check   style, types, import rules, data files, known vulnerabilities"
	@echo "  make screenshots  take the pictures of the README anew, in a Chromium that is there"
	@echo "  make bench   measure retrieval                    (PASSAGES=P.jsonl QUESTIONS=Q.jsonl)"
	@echo "  make lock    renew the lock files after a change of dependencies in pyproject.toml"
	@echo "  make clean   remove the environment and every cache; what you have stored stays"
	@echo
	@echo "Needed: Python 3.11 or newer, and a package registry that can be reached once."
	@echo "Next to read: README.md (English), README.ja.md (日本語), CONTRIBUTING.md, docs/index.md"

.PHONY: demo
demo: setup
	@MINORI_DATA_DIR="$${MINORI_DATA_DIR:-$(DEMO_DATA)}" $(BIN)/minori demo $(ARGS)

.PHONY: setup
setup: $(VENV)/.minori-setup

.PHONY: test
# File by file in the order of their names: what takes long (a browser, processes, faults) comes before the many short ones.
test: $(VENV)/.minori-dev
	@$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

.PHONY: faults
faults: $(VENV)/.minori-dev
	@$(BIN)/python -m tests.faults.storm $(ARGS)

.PHONY: test-strangers
test-strangers: $(VENV)/.minori-dev
	@MINORI_TEST_NPM=1 $(BIN)/pytest tests/contracts/slack_types -rs $(ARGS)

.PHONY: screenshots
screenshots: $(VENV)/.minori-dev
	@$(BIN)/python -m tests.browser.screenshots

.PHONY: check
check: $(VENV)/.minori-dev
	@echo "— style"; $(BIN)/ruff check .
	@echo "— format"; $(BIN)/ruff format --check .
	@echo "— types"; $(BIN)/mypy
	@echo "— import rules"; $(BIN)/lint-imports
	@echo "— data files"; $(BIN)/minori check
	@echo "— known vulnerabilities"; $(BIN)/python .ci/audit.py requirements-dev.lock

.PHONY: bench
bench: setup
	@if [ -z "$(PASSAGES)" ] || [ -z "$(QUESTIONS)" ]; then \
	  echo "Please name the data: make bench PASSAGES=P.jsonl QUESTIONS=Q.jsonl" >&2; exit 2; fi
	@$(BIN)/minori bench retrieval --passages "$(PASSAGES)" --questions "$(QUESTIONS)" $(ARGS)

# Index-neutral locks: they name no registry, so that a mirror can be used; hashes keep what a mirror gives honest.
LOCK = pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --custom-compile-command "make lock" $(ARGS)

.PHONY: lock
lock: $(VENV)/bin/python
	@$(find_uv); \
	$$uv $(LOCK) pyproject.toml --all-extras --group build -o requirements.lock && \
	$$uv $(LOCK) pyproject.toml --all-extras --group build --group dev -c requirements.lock -o requirements-dev.lock && \
	$$uv $(LOCK) --group installer -o requirements-uv.lock
	@echo "The locks are renewed; 'make test' says whether everything still works."

.PHONY: clean
clean:
	@rm -rf $(VENV) .uv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: a second run does nothing, a changed lock installs again. Compiled modules halve the time of every start.
$(VENV)/.minori-setup: requirements.lock pyproject.toml $(BIN)/python
	@$(find_uv); echo "Installing Minori into $(VENV) …"; \
	$$uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock && \
	$$uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . && \
	$(BIN)/python -m compileall -q bot
	@touch $@; echo "Ready: $(BIN)/minori"

$(VENV)/.minori-dev: requirements-dev.lock pyproject.toml $(BIN)/python
	@$(find_uv); echo "Installing Minori and its test tools into $(VENV) …"; \
	$$uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock && \
	$$uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . && \
	$(BIN)/python -m compileall -q bot
	@touch $@ $(VENV)/.minori-setup

$(BIN)/python:
	@$(call find_python,ssl); if [ -z "$$python" ]; then \
	  echo "Minori needs Python 3.11 or newer, and none was found here. Please install one, or name it:" >&2; \
	  echo "  make setup PYTHON=/path/to/python3" >&2; exit 1; fi
	@$(find_uv); if [ -z "$$uv" ]; then $(MAKE) --no-print-directory .uv/bin/uv; fi
	@$(find_uv); $(call find_python,ssl); rm -rf $(VENV); \
	$$uv venv --quiet --python "$$python" $(VENV)

.uv/bin/uv: requirements-uv.lock
	@$(call find_python,venv$(comma) ensurepip); if [ -z "$$python" ]; then \
	  echo "The Python found here has no venv module. Please install it (Debian, Ubuntu: apt install python3-venv)" >&2; \
	  echo "or uv (see its documentation), then run make again." >&2; exit 1; fi; \
	echo "Installing uv into .uv …"; \
	"$$python" -m venv .uv && \
	.uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock

comma := ,
