#!/usr/bin/env bash
# lock.sh: write the lock files anew. None of them holds the address of a registry.
source "$(dirname "$0")/steps.sh"
pin() {
  .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    "$@" >/dev/null
}
pin pyproject.toml -o requirements/run.txt
pin pyproject.toml --extra test -c requirements/run.txt -o requirements/test.txt
for name in build node pip; do
  pin "requirements/$name.in" -o "requirements/$name.txt"
done
rm -f package-lock.json
npm install --package-lock-only --ignore-scripts --loglevel=error >/dev/null
.venv/bin/python -m pytest -q tests/architecture/test_addresses.py
