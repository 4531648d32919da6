#!/usr/bin/python3
"""How long the window takes to a list one can use, beside the least program with a window, and how much memory it takes.

start.py QUAN QUANCTL MAKE-WORKSPACE HELLO WATCH-START [ROUNDS], on a display of its own (tests/e2e/desktop.sh).

Every start is a new process; the files are in the page cache for both, since each program is started once before it is
measured. The moment that counts is the first at which the screen is as it stays: with the rows of the register, their
totals and everything around them. When it rests, the accessibility bus tells whether the text looked for stands there.
"""
import os
import statistics
import subprocess
import sys
import tempfile

import pyatspi

QUAN, QUANCTL, MAKE, HELLO, WATCH = sys.argv[1:6]
ROUNDS = int(sys.argv[6]) if len(sys.argv) > 6 else 9
CONTRACTS_PAGE = "[io/github/quan/Quan]\nlast-page='contracts'\nmaximized=false\n"

# Name, text that must be seen, contracts, invoices of each, most times the other's milliseconds, most megabytes more.
PROGRAMS = [
    ('GTK 4 hello', '你好，世界', 0, 0, 1, 0),
    ('Quan, 10 contracts', 'HT-000009', 10, 1, 1.5, 60),
    ('Quan, 100,000 invoices', 'HT-000599', 10000, 10, 2.5, 120),
]


class Start:
    """A program that is started, watched until it rests, looked at, and ended."""

    def __init__(self, command, text):
        watch = subprocess.Popen([WATCH, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        words = watch.stdout.readline().split()
        if not words:
            sys.exit(f'{command} could not be watched')
        self.first, self.ms, self.cpu, self.rss, self.pss = (float(words[i]) for i in range(1, 6))
        if not any(shows(window, text) for window in windows(int(words[0]))):
            sys.exit(f'{command} does not show “{text}”')
        watch.communicate()


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def windows(pid):
    return [application for application in pyatspi.Registry.getDesktop(0)
            if application is not None and application.get_process_id() == pid]


def shows(node, text):
    return text in (node.name or '') or any(shows(child, text) for child in children(node))


def make_store(folder, contracts, invoices):
    store = os.path.join(folder, f'{contracts}.db')
    workspace = os.path.join(folder, f'{contracts}.json')
    with open(workspace, 'w') as file:
        subprocess.run([sys.executable, MAKE, str(contracts), str(invoices)], stdout=file, check=True)
    subprocess.run([QUANCTL, '--store', store, 'import', workspace], stdout=subprocess.DEVNULL, check=True)
    return store


def settle_home():
    folder = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'keyfile'), 'w') as file:
        file.write(CONTRACTS_PAGE)


def measure(commands):
    """The starts of every program, in turn, but for the first of each."""
    starts = [[] for _ in commands]
    for _ in range(ROUNDS + 1):
        for command, program, own in zip(commands, PROGRAMS, starts):
            own.append(Start(command, program[1]))
    return [own[1:] for own in starts]


def median(starts, name):
    return statistics.median(getattr(start, name) for start in starts)


def report(starts):
    hello = starts[0]
    title = f'medians of {ROUNDS}'
    print(f'{title:24} first frame  usable  times hello   work  times hello   RSS     PSS    RSS more')
    for (name, _, _, _, times, more), own in zip(PROGRAMS, starts):
        ms, cpu, rss = (median(own, field) for field in ('ms', 'cpu', 'rss'))
        print(f'{name:24} {median(own, "first"):8.0f} ms {ms:5.0f} ms {ms / median(hello, "ms"):5.2f} (≤ {times:3}) '
              f'{cpu:5.0f} ms {cpu / median(hello, "cpu"):8.2f} {rss / 1024:8.1f} {median(own, "pss") / 1024:7.1f} MB '
              f'{(rss - median(hello, "rss")) / 1024:+6.1f} MB (≤ {more})')


def main():
    settle_home()
    with tempfile.TemporaryDirectory() as folder:
        commands = [[QUAN, make_store(folder, contracts, invoices)] if contracts else [HELLO]
                    for _, _, contracts, invoices, _, _ in PROGRAMS]
        report(measure(commands))


main()
