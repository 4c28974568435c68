# shellcheck shell=bash
# What the README says to do on a new machine, to the letter.

# steps: the commands of the section on the service, but for the last, which only shows.
steps() { sed -n '/^## As a service/,/^## /{/^```sh/,/^```/{/^```/d;p}}' README.md | sed '$d'; }
disagree() { g sh -c 'journalctl -u figured -p notice -o cat | grep -q "^figures disagree: people killed, Ordania"'; }

check "readme: there are steps" test -n "$(steps)"
check "readme: purge" g dpkg --purge figured
g rm -rf /etc/figured /etc/systemd/system/figured.service.d/20-wire.conf
g systemctl daemon-reload
g systemctl stop wire 2>/dev/null
g journalctl -q --rotate --vacuum-time=1s >/dev/null 2>&1
begun=$SECONDS
check "readme: apt install" g apt-get install -qq /run/figured.deb
check "readme: its steps" g bash -e -c "$(steps)"
check "readme: the first alert" until_ok 60 disagree
took=$((SECONDS - begun))
check "readme: in less than a minute" test $took -lt 60
check "readme: disputes show 1 has both quotes" g sh -c \
  'figurectl disputes show 1 | grep -q "Forty people" && figurectl disputes show 1 | grep -q "killed 12 people"'
echo "# readme: from apt install to the first alert: $took s"
g sh -c 'journalctl -u figured -p notice --no-pager' | sed 's/^/# /'
