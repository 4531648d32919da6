#!/bin/sh
# desktop.sh COMMAND…: runs a command on a desktop of its own: a display, a session bus, a window manager, an empty home.
# SCREEN sets the size of the display, DPI the size of text (192 is 200 %), TEST_LOCALE the language.
set -eu
XDG_RUNTIME_DIR=$(mktemp -d)
chmod 700 "$XDG_RUNTIME_DIR"
HOME=$XDG_RUNTIME_DIR/home
mkdir -p "$HOME"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME LANGUAGE LC_MESSAGES LANG
export XDG_RUNTIME_DIR HOME LC_ALL="${TEST_LOCALE:-zh_CN.UTF-8}" TZ=Asia/Shanghai
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_USE_PORTAL=0 GSETTINGS_BACKEND=keyfile GIO_USE_VFS=local
export NO_AT_BRIDGE=0 GTK_A11Y=atspi G_SLICE=always-malloc

display=$XDG_RUNTIME_DIR/display
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1366x768}x24" -dpi "${DPI:-96}" -nolisten tcp 3>"$display" >"$XDG_RUNTIME_DIR/xvfb.log" 2>&1 &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; rm -rf "$XDG_RUNTIME_DIR" 2>/dev/null || rm -rf "$XDG_RUNTIME_DIR" || true' EXIT
waited=0
while [ ! -s "$display" ] && [ "$waited" -lt 300 ]; do
  sleep 0.05
  waited=$((waited + 1))
done
DISPLAY=:$(cat "$display")
export DISPLAY
# Chinese font sizes of the desktop: Noto Sans CJK, as its users have it.
mkdir -p "$HOME/.config/gtk-4.0"
size=$((105 * ${DPI:-96} / 96))
printf '[Settings]\ngtk-font-name=Noto Sans CJK SC %d.%d\n' $((size / 10)) $((size % 10)) >"$HOME/.config/gtk-4.0/settings.ini"
# What the services of the session say is no output of the command.
exec 5>&1
dbus-run-session -- sh -c '
  # A window that asks to be shown while the manager starts may never be.
  openbox --startup "touch $XDG_RUNTIME_DIR/managed" >/dev/null 2>&1 &
  manager=$!
  waited=0
  while [ ! -e "$XDG_RUNTIME_DIR/managed" ] && [ "$waited" -lt 300 ]; do
    sleep 0.05
    waited=$((waited + 1))
  done
  status=0
  "$@" >&5 || status=$?
  kill "$manager" 2>/dev/null || true
  exit "$status"
' sh "$@" >&2
