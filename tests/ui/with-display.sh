#!/bin/bash
# with-display.sh PROGRAM…: runs a program on an X display of its own, which ends with it.
set -euo pipefail

folder=$(mktemp -d "${TMPDIR:-/tmp}/quan-display.XXXXXX")
server=
finish ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$folder/number" 2>"$folder/log" &
server=$!
if ! read -r -t 60 number <"$folder/number"; then
  echo "Bail out! Xvfb did not start: $(tail -n 3 "$folder/log")"
  exit 1
fi
export DISPLAY=:$number XDG_RUNTIME_DIR=$folder
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
"$@"
