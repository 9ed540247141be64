# Read by the other scripts here: where we are, what we say, and what need not be done twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
stamps=.venv/.done

say() { printf '%s\n' "· $*"; }

fail() {
  printf '\n%s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}

# fingerprint FILE...: one line that changes when a file, the Python or the place of the project changes
fingerprint() { { cat "$@"; pwd; .venv/bin/python -V; } | sha256sum | cut -d ' ' -f 1; }

# done_before NAME FINGERPRINT: has this step been done for exactly these files?
done_before() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }

mark_done() { mkdir -p "$stamps" && printf '%s\n' "$2" >"$stamps/$1"; }

# as_root COMMAND...: run it with the rights to install packages, or answer no without asking for a password
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# install_packages NAME...: from the system's own packages, where we may
install_packages() {
  command -v apt-get >/dev/null && as_root true || return 1
  say "apt-get install $*"
  local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
  # The lists of packages on a fresh machine are empty or old, so a first failure is met by fetching them.
  as_root "${quiet[@]}" install --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
  as_root "${quiet[@]}" update </dev/null >/dev/null
  as_root "${quiet[@]}" install --no-install-recommends "$@" </dev/null >/dev/null
}
