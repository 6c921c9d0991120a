# `make run` and `make test` do all the set-up themselves on a machine with python3 (3.11 to 3.13), pip and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= chronofil-data
STAMP := $(VENV)/.installed

.PHONY: run setup test test-long lint bench score judge lock dictionary golden clean

run: setup
	$(BIN)/chronofil run --data $(DATA)

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

test: setup lint
	$(BIN)/python -m pytest

test-long: setup
	$(BIN)/python -m pytest -m long

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m tests.benchmarks.bench_dates
	$(BIN)/python -m tests.benchmarks.bench_normalize
	$(BIN)/python -m tests.benchmarks.bench_timeline
	$(BIN)/python -m tests.benchmarks.bench_consolidate

# Accuracy on annotated text; corpora that are not there are passed over.
score: setup
	$(BIN)/python -m tests.benchmarks.score_dates
	$(BIN)/python -m tests.benchmarks.score_events
	$(BIN)/python -m tests.benchmarks.score_pairs

# Learn the weights of transforms/events/judge.json anew; measure with `make score` before you commit them.
# SILENT="a.jsonl b.jsonl": real texts without gold, for the question whether a trigger tells an event.
judge: setup
	$(BIN)/python -m tests.benchmarks.fit_judge $(addprefix --silent ,$(SILENT))

lock:
	uv pip compile pyproject.toml --extra dev --universal --no-strip-extras --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --output-file requirements.lock

clean:
	rm -rf $(DATA)

dictionary: setup
	$(BIN)/python -m warehouse.dictionary

# Accept what the program now says of the samples as golden; read the diff before you commit it.
golden: setup
	CHRONOFIL_ACCEPT_GOLDEN=1 $(BIN)/python -m pytest tests/flows/test_samples.py -k "golden or known_ways"
