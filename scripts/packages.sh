# shellcheck shell=bash
# Installing Debian packages, for run.sh and test.sh to source.  Bash.
#
# Asks before it takes a package of the user away; ASSUME_YES=1 answers yes.

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "this needs root and there is no sudo; as root, run: $*"
  fi
}

# listed_packages FILE...: the names in package lists, without their comments.
listed_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# missing_packages NAME...: those that are not installed.
missing_packages() {
  local name
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || say "$name"
  done
}

confirm() {
  [ "${ASSUME_YES:-0}" = 1 ] && return 0
  # Without a terminal to ask, no is the answer.
  { : </dev/tty; } 2>/dev/null || return 1
  local answer
  read -r -p "$1 [y/N] " answer </dev/tty
  [[ "$answer" == [yY]* ]]
}

# install_packages FILE...: installs what the lists name and is missing.
install_packages() {
  local names missing removed
  mapfile -t names < <(listed_packages "$@")
  mapfile -t missing < <(missing_packages "${names[@]}")
  [ "${#missing[@]}" -eq 0 ] && return 0
  command -v apt-get >/dev/null || fail "no apt-get here; install: ${missing[*]}"

  say "To install: ${missing[*]}"
  as_root apt-get update -q
  removed=$(LC_ALL=C apt-get install -s --no-install-recommends "${missing[@]}" |
    awk '$1 == "Remv" { print $2 }') || fail "apt cannot install them"
  if [ -n "$removed" ]; then
    say "apt would REMOVE these packages, which are in their way:" "${removed//$'\n'/ }"
    confirm "Remove them?" || fail "nothing was installed; --yes agrees to it"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    "${missing[@]}"
}
