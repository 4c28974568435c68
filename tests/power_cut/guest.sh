#!/bin/bash
# What the machine of power_cut.sh does: at its first boot figured reads the wire until the
# power is cut; at the next one what is stored is told.
export LD_LIBRARY_PATH=/job/lib
store=/data/figured.db

tell() {
  local status
  status=$(/job/bin/figurectl status --store "$store" --json)
  echo "STORED $(grep -o '"articles":[0-9]*' <<<"$status" | cut -d: -f2)"
  /job/bin/figurectl alerts list --store "$store" --limit 100000 --json |
    grep -o '"id":"alr_[0-9a-z]*"' | sed 's/.*"\(alr_.*\)"/ALERT \1/'
  if /job/bin/figurectl check-store --store "$store"; then echo "CHECK sound"; else echo "CHECK failed"; fi
}

if [ -e /data/begun ]; then
  tell
  exit
fi
touch /data/begun
sync
# The kernel writes nothing by itself: what is not synced is lost for sure.
echo 0 >/proc/sys/vm/dirty_writeback_centisecs
echo 360000 >/proc/sys/vm/dirty_expire_centisecs
ip link set lo up 2>/dev/null
/job/bin/figured-wire --articles /job --every 3000 --write-config /run/figured.toml \
  --store "$store" >/run/wire.log 2>&1 &
until [ -s /run/figured.toml ]; do sleep 0.1; done
printf '\n[log]\nformat = "console"\n' >>/run/figured.toml
[ "$(cat /job/mode)" = FULL ] || export LD_PRELOAD=/job/lib/normal_sync.so
/job/bin/figured --config /run/figured.toml 2>&1 | {
  unset LD_PRELOAD
  reads=0
  while read -r line; do
    echo "$line"
    case $line in
      *"feed read "*" new=0 "*) ;;
      *"feed read "*) reads=$((reads + 1)) ;;
    esac
    [ "$reads" != "$(cat /job/reads)" ] || { echo "CUT NOW"; reads=-100000; }
  done
}
