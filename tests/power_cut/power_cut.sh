#!/bin/bash
# Cuts the power of a machine in which figured reads the offline wire, boots it again and
# compares: what figured's log reported as read, and as delivered, must be in the store.
# The machine is a virtual one, whose page cache is lost as in a real power cut.
#
# A second run, the control, has SQLite's synchronous=NORMAL put in FULL's place by a
# preloaded library (normal_sync.c): there a loss must be seen, or the cut has shown nothing.
#
# The machine is run by a script of yours, VM_TEST, to be called as
#   VM_TEST -i VMDIR -j JOBDIR -d DATA.ext4 [-k PATTERN] -t SECONDS
# It boots Debian 12 from VMDIR, shows JOBDIR as /job and the disk image DATA.ext4 (made when
# missing) as /data, runs /job/run.sh as root, prints what that says, and kills the machine
# once PATTERN was said.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$here/../..
vm='' vm_test='' only='' build=$root/build/release reads=10 seconds=600

usage() {
  cat <<END
Usage: tests/power_cut/power_cut.sh --vm VMDIR --vm-test VM_TEST [--build DIR] [--reads N]
  --build DIR   where figured, figurectl and figured-wire were built (build/release)
  --reads N     the cut comes once N polls that brought articles were reported ($reads)
  --seconds N   a boot takes no longer ($seconds)
  --only MODE   FULL or NORMAL, without the other
Exit status: 0 nothing was lost, and the control lost something; 1 else.
END
}
while [ $# -gt 0 ]; do
  case $1 in
    --vm) vm=$2 ;;
    --vm-test) vm_test=$2 ;;
    --build) build=$2 ;;
    --reads) reads=$2 ;;
    --seconds) seconds=$2 ;;
    --only) only=$2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift 2
done
[ -d "$vm" ] && [ -x "$vm_test" ] || { usage >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Programs, the libraries they need, the wire's articles, and what the guest does.
make_job() {
  mkdir -p "$work/job/bin" "$work/job/lib"
  local program
  for program in daemon/figured cli/figurectl wire/figured-wire; do
    [ -x "$build/$program" ] || { echo "power_cut.sh: $build/$program is not built" >&2; exit 1; }
    strip -o "$work/job/bin/$(basename "$program")" "$build/$program"
    ldd "$build/$program" | awk '$3 ~ /^\// {print $3}'
  done | sort -u | grep -v '/lib\(c\|m\|dl\|rt\|pthread\)\.so' | xargs -I{} cp -L {} "$work/job/lib/"
  gcc -shared -fPIC -O2 -Wall -Wextra -Werror -o "$work/job/lib/normal_sync.so" "$here/normal_sync.c" -ldl
  cp -r "$root/wire/articles" "$root/wire/outlets.toml" "$work/job/"
  cp "$here/guest.sh" "$work/job/run.sh"
  echo "$reads" >"$work/job/reads"
}

# cut MODE: a run and a boot afterwards; says what was lost.
cut_power() {
  echo "$1" >"$work/job/mode"
  rm -f "$work/data.ext4"
  "$vm_test" -i "$vm" -j "$work/job" -d "$work/data.ext4" -k "CUT NOW" -t "$seconds" \
    >"$work/first" || [ $? -eq 99 ]
  "$vm_test" -i "$vm" -j "$work/job" -d "$work/data.ext4" -t "$seconds" >"$work/second" || true
  # Of what was said before the cut.
  local articles alerts lost=0 alert
  articles=$(grep -ao 'feed read .*' "$work/first" | grep -o ' new=[0-9]*' |
    awk -F= '{ sum += $2 } END { print sum + 0 }')
  alerts=$(grep -a 'alert delivered' "$work/first" | grep -ao 'alr_[0-9a-z]*' | sort -u)
  local stored
  stored=$(grep -a '^STORED ' "$work/second" | cut -d' ' -f2)
  for alert in $alerts; do
    grep -aq "^ALERT $alert" "$work/second" || lost=$((lost + 1))
  done
  echo "$1: reported ${articles:-0} articles, $(wc -w <<<"$alerts") alerts delivered; after the cut" \
    "${stored:-no} articles, $lost of the alerts missing, $(grep -a '^CHECK ' "$work/second" || echo 'not checked')"
  [ "${articles:-0}" -gt 0 ] || { cat "$work/first" >&2; exit 1; }
  [ "${stored:-0}" -ge "$articles" ] && [ "$lost" = 0 ] && grep -aq '^CHECK sound' "$work/second"
}

make_job
status=0
if [ "$only" != NORMAL ]; then
  cut_power FULL || { echo "power_cut.sh: what was acknowledged was lost" >&2; status=1; }
fi
if [ "$only" != FULL ] && cut_power NORMAL; then
  echo "power_cut.sh: the control lost nothing: the cut came too late to show anything" >&2
  status=1
fi
exit "$status"
