#!/usr/bin/env bash
# check.sh [static]: the style and the types; then, unless `static`, the quick tests (the import contracts are one of them).
source "$(dirname "$0")/steps.sh"
export PATH="$PWD/.venv/bin:$PATH"

say "style"
ruff check --quiet
ruff format --check --quiet
say "types"
mypy
if [ "${1:-}" = static ]; then exit; fi
say "the quick tests, on SQLite"
unset PYTHONDONTWRITEBYTECODE # pytest compiles the tests itself, and slowly: once is enough
env -u DATABASE_URL pytest -n 2 --dist worksteal -m "not slow" --hypothesis-profile quick tests
