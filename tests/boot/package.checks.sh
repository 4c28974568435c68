# shellcheck shell=bash
# The package: what it brings, an upgrade, the end.

for page in figured.8 figurectl.1 figured.toml.5; do
  check "manual: $page" g test -s "/usr/share/man/man${page##*.}/$page.gz"
done
check "completion: verbs" g bash -c '
  source /usr/share/bash-completion/completions/figurectl
  COMP_WORDS=(figurectl feeds p); COMP_CWORD=2; _figurectl; [[ "${COMPREPLY[*]}" == *pause*poll* ]]'
check "examples: a dozen feeds are a fragment" g sh -c '
  cp /usr/share/doc/figured/examples/world-news.toml /etc/figured/conf.d/30-world.toml &&
  figurectl config check | grep -q "feeds" && rm /etc/figured/conf.d/30-world.toml'

# --- the end, and nothing is left
before=$(g sh -c 'cp /etc/figured/figured.toml /run/kept.toml; ls -d /var/lib/private/figured')
same "state is where DynamicUser= keeps it" "$before" /var/lib/private/figured
check "remove" g dpkg --remove figured
check "remove keeps the state" g test -s /var/lib/private/figured/figured.db
nocheck "remove stops it" g pgrep -x figured
check "purge" g dpkg --purge figured
nocheck "purge: no state" g test -e /var/lib/private/figured
nocheck "purge: no link to it" g test -L /var/lib/figured
nocheck "purge: no configuration" g test -e /etc/figured/figured.toml

# --- a new machine
g rm -rf /etc/figured/conf.d /etc/systemd/system/figured.service.d/20-wire.conf
g systemctl daemon-reload
begun=$SECONDS
check "it installs again" g dpkg -i /run/figured.deb
check "its service runs at once" until_ok 20 is_state active
begin_wire
credential LoadCredential=wire:/etc/figured/wire.secret
g systemctl restart figured
check "alerts are raised on local feeds" until_ok 60 told
check "from the package to the first alert in less than a minute" test $((SECONDS - begun)) -lt 60
echo "# from the package to the first alert: $((SECONDS - begun)) s"
g systemctl stop wire
check "purge again" g dpkg --purge figured

# --- an upgrade
g rm -rf /etc/figured/conf.d /etc/systemd/system/figured.service.d/20-wire.conf
g systemctl daemon-reload
check "the previous package installs" g dpkg -i /run/figured-previous.deb
check "and its service runs at once" until_ok 20 is_state active
begin_wire
credential LoadCredential=wire:/etc/figured/wire.secret
g sh -c 'echo "# mine" >>/etc/figured/figured.toml'
g systemctl restart figured
check "alerts are raised" until_ok 60 told
g systemctl stop wire
articles=$(g sh -c 'figurectl export articles | wc -l')
schema() { g sqlite3 /var/lib/figured/figured.db 'PRAGMA user_version'; }
before=$(schema)
raised=$(alerts)
check "upgrade" g sh -c 'DEBIAN_FRONTEND=noninteractive dpkg -i /run/figured.deb </dev/null'
check "upgrade: the service runs" until_ok 20 is_state active
check "upgrade: it is the new one" g sh -c \
  'test "$(dpkg-query -W -f="\${Version}" figured)" = "$(dpkg-deb -f /run/figured.deb Version)"'
check "upgrade: the store is of the new schema" test "$(schema)" -ge "$before"
echo "# schema $before -> $(schema)"
check "upgrade: its articles are kept" test "$(g sh -c 'figurectl export articles | wc -l')" -ge "$articles"
check "upgrade: its alerts are kept" test "$(alerts)" -ge "$raised"
check "upgrade: the configuration stays as it was changed" g grep -q '^# mine' /etc/figured/figured.toml
check "upgrade: the store is sound" g figurectl check-store
