#!/usr/bin/env bash
# test.sh: the journeys in a real browser, then every other test on PostgreSQL and on SQLite.
source "$(dirname "$0")/steps.sh"
export PATH="$PWD/.venv/bin:$PATH"
unset DATABASE_URL
export CI=true # `make test` has set everything up, so nothing may be skipped for want of it
say "journeys in a real browser"
pytest -n 2 --dist loadfile tests/journeys
say "tests on PostgreSQL"
python -m jingwei.config.postgres -- pytest -n 2 --dist worksteal tests
say "tests on SQLite"
pytest -n 2 --dist worksteal tests
