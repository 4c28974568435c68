#!/usr/bin/env bash
# Boots a real systemd, installs the package in it and looks whether the service keeps what
# it promises.  Needs root, and a harness: a folder with boot-test.sh and make-rootfs.sh,
# which boot a Debian tree in a container of systemd-nspawn.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'END'
Usage: tests/boot/run.sh --harness FOLDER [options]
  --harness FOLDER   boot-test.sh and make-rootfs.sh
  --build FOLDER     the release build that is packed (default: build/release)
  --deb FILE         test this package instead of packing one
  --previous FILE    the package that is upgraded (default: the same programs, called older)
  --rootfs FOLDER    the Debian tree; made there where it is missing (default: build/rootfs)
  --help
The last line is "N passed, N failed".
END
}

harness=
build=build/release
deb=
previous=
rootfs=build/rootfs
while [ $# -gt 0 ]; do
  case $1 in
    --harness) harness=${2:?"--harness needs a folder"}; shift ;;
    --build) build=${2:?"--build needs a folder"}; shift ;;
    --deb) deb=${2:?"--deb needs a file"}; shift ;;
    --previous) previous=${2:?"--previous needs a file"}; shift ;;
    --rootfs) rootfs=${2:?"--rootfs needs a folder"}; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
[ -x "$harness/boot-test.sh" ] || { usage >&2; exit 2; }

debs=$(mktemp -d "${TMPDIR:-/tmp}/figured-boot.XXXXXX")
trap 'rm -rf "$debs"' EXIT
[ -n "$deb" ] || deb=$debs/$(packaging/build-deb.sh --build "$build" --out "$debs" | tail -n 1)
[ -n "$previous" ] ||
  previous=$debs/$(packaging/build-deb.sh --build "$build" --out "$debs" --version 0.0.9 | tail -n 1)

# What the package depends on must be in the tree, since the container has no network; and
# python3, with which the README serves its feeds.  A dependency that only the name of
# another package provides is that one, as it is installed here.
provider() {
  dpkg-query -W -f '${Package}\t${Provides}\n' |
    awk -F '\t' -v name="$1" '$1 == name { exact = $1 }
      { n = split($2, all, ", *"); for (i = 1; i <= n; ++i) { sub(/ .*/, "", all[i]); if (all[i] == name) other = $1 } }
      END { print exact ? exact : other ? other : name }'
}
needed=bash-completion,python3
for name in $(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/|.*//; s/(.*//; s/:any//'); do
  needed+=,$(provider "$name")
done
[ -e "$rootfs/.boot-test-ready" ] || "$harness/make-rootfs.sh" "$rootfs" "$needed"
for name in ${needed//,/ }; do
  dpkg-query --admindir="$rootfs/var/lib/dpkg" -W "$name" >/dev/null 2>&1 && continue
  echo "$rootfs lacks $name: remove it, and it is made anew, or name another with --rootfs" >&2
  exit 1
done

# The tests' own: the offline wire publishes the feeds and takes the alerts.
"$harness/boot-test.sh" -r "$rootfs" -d "$deb" -u figured.service -t 900 -R WatchdogSec=6s \
  -f "$previous:/run/figured-previous.deb" -f "$deb:/run/figured.deb" \
  -b "$build/wire/figured-wire:/usr/local/bin/figured-wire" \
  -f "$PWD/wire:/usr/local/share/figured-wire" \
  -c tests/boot/control.checks.sh -c tests/boot/alerts.checks.sh -c tests/boot/trouble.checks.sh \
  -c tests/boot/package.checks.sh -c tests/boot/readme.checks.sh
