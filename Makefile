# Every target sets up what it needs: Python 3.11 to 3.13, make and a package index are enough.
.DEFAULT_GOAL := help
.PHONY: help demo test check serve extras bench eval generate answers lock clean

PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$each && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO_DATA ?= demo-data
SERVE ?= yes
ADDRESS ?= --host 127.0.0.1 --port 8000

help:             ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

demo: .venv/runtime ## read the example reports, answer a question with evidence, serve the page (SERVE=no: stop before)
	$(BIN)/actorgraph --data $(DEMO_DATA) ingest examples/reports
	$(BIN)/actorgraph --data $(DEMO_DATA) ask "Who attended anti-corruption meetings?"
ifeq ($(SERVE),yes)
	$(BIN)/actorgraph --data $(DEMO_DATA) serve $(ADDRESS) || { echo "For another port: make demo ADDRESS='--port 8001'"; exit 1; }
else
	$(BIN)/actorgraph --data $(DEMO_DATA) stop
endif

test: check       ## all checks and all tests
	$(BIN)/pytest --cov --cov-report=term:skip-covered

check: .venv/dev  ## formatting, lint, generated files, words, types, import contracts, compose file
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m ontology.generate --check
	$(BIN)/python -m ingest.spelling
	$(BIN)/python -m graph.spelling
	$(BIN)/python -m examples.make_reports --check
	$(BIN)/python -m api.reference --check
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

serve: .venv/runtime ## the API and the page over your own data
	$(BIN)/actorgraph serve $(ADDRESS)

extras: .venv/runtime ## what the MCP server, pandas and language models need
	$(PIP) install --require-hashes --requirement requirements-extras.lock

bench: .venv/dev  ## speed, as ratios to what one would use instead
	$(BIN)/python -m benchmarks.speed

eval: .venv/runtime ## how right the extraction is: every error beside its sentence, then the figures
	$(BIN)/actorgraph evaluate tests/reports/texts examples/reports --gold examples/gold
	test ! -d ../shared/eval/dev || $(BIN)/actorgraph evaluate ../shared/eval/dev

generate: .venv/dev ## rewrite what is derived: terms, example reports, reference pages
	$(BIN)/python -m ontology.generate
	$(BIN)/python -m examples.make_reports
	$(BIN)/python -m api.reference

answers: .venv/dev ## rewrite the answers that the description of the API shows, from the example reports
	$(BIN)/python -m examples.make_answers
	$(BIN)/python -m api.reference

lock:             ## pin all dependencies anew, with hashes (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-strip-extras --no-annotate --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group build --extra llm --extra mcp --extra pandas --universal --python-version 3.11 --constraint requirements.lock \
		--generate-hashes --no-strip-extras --no-annotate --no-header --quiet --output-file requirements-extras.lock
	uv pip compile pyproject.toml --group dev --extra llm --extra mcp --extra pandas --universal --python-version 3.11 --constraint requirements-extras.lock \
		--generate-hashes --no-strip-extras --no-annotate --no-header --quiet --output-file requirements-dev.lock

clean:            ## remove what these targets made, the demo's data included
	-test ! -x $(BIN)/actorgraph || $(BIN)/actorgraph --data $(DEMO_DATA) stop
	rm -rf .venv $(DEMO_DATA) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "actorgraph needs Python 3.11, 3.12 or 3.13; none was found"; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
