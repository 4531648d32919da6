#!/usr/bin/python3
"""Chinese through a real input method: ibus with libpinyin, into the name of the enterprise."""
import os
import subprocess
import time

from pages import Walk
from quanui import Failure, run

STORE = os.path.join(os.environ['HOME'], '.local', 'share', 'quan', 'quan.db')
IM = {'GTK_IM_MODULE': 'ibus', 'IBUS_ENABLE_SYNC_MODE': '1'}


def use_pinyin():
    """Turns to libpinyin; "ibus engine" answers 1 even where it does, so the engine in use is asked for."""
    subprocess.run(['ibus', 'engine', 'libpinyin'], capture_output=True, check=False)
    done = subprocess.run(['ibus', 'engine'], capture_output=True, text=True, check=False)
    return done.stdout.strip() == 'libpinyin'


def start_ibus():
    daemon = subprocess.Popen(['ibus-daemon', '--panel', 'disable'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if use_pinyin():
            return daemon
        time.sleep(0.2)
    daemon.terminate()
    raise Failure('ibus does not turn to its engine libpinyin')


def stored(text):
    """Whether the store's files hold a text; the program has them to itself, so they are read as bytes."""
    held = b''
    for path in (STORE, STORE + '-wal'):
        if os.path.exists(path):
            with open(path, 'rb') as file:
                held += file.read()
    return text.encode() in held


def pinyin_becomes_characters():
    daemon = start_ibus()
    try:
        walk = Walk(lambda page, root: None, env=IM)
        walk.first_start()
        walk.window.key('ctrl+n')
        walk.wait(lambda root: any(node.has(12) and '企业名称' in (node.name, node.parent.name) for node in root.walk()), 'the focus on the name')
        walk.wait(lambda root: use_pinyin(), 'libpinyin in the field')
        walk.window.type('beijing')
        time.sleep(1)  # longer than a note of what is typed takes to be written
        if stored('beijing') or stored('bei jing'):
            raise Failure('what is being composed has been stored')
        walk.window.key('space')
        walk.wait(lambda root: stored('北京'), '北京 in the store, as what is being typed')
        walk.window.type('shi')
        walk.window.key('Return')
        walk.wait(lambda root: any(node.has(12) and '企业名称' in (node.name, node.parent.name) for node in root.walk()), 'the focus still on the name')
        walk.window.key('Tab')
        walk.wait(lambda root: stored('北京shi'), 'the name in the store')
        walk.window.close()
    finally:
        daemon.terminate()
        daemon.wait(10)


if __name__ == '__main__':
    run(pinyin_becomes_characters)
