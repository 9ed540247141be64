#!/usr/bin/env bash
# system.sh: what the tests need of the machine: a browser, a Chinese font, PostgreSQL, LibreOffice.
source "$(dirname "$0")/steps.sh"

missing=()
browser=$(command -v chromium chromium-browser google-chrome google-chrome-stable | head -n 1 || true)
[ -n "$browser" ] || missing+=(chromium)
command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn file)" ] || missing+=(fontconfig fonts-noto-cjk)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)

[ "${#missing[@]}" = 0 ] || install_packages "${missing[@]}" ||
  fail "The tests need programs that are not installed." "Debian, Ubuntu: sudo apt-get install ${missing[*]}" \
    "then once more: make test"
