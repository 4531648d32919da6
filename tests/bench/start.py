#!/usr/bin/env python3
"""How long the window takes to a list one can use, beside the least program with a window, and how much memory it takes:
start.py QUAN QUANCTL MAKE-WORKSPACE HELLO WATCH-START [ROUNDS], on a display of its own (tests/e2e/desktop.sh).

Every start is a new process; the files are in the page cache for both. The moment that counts is the first at which the
screen is as it stays; in a start before the measured ones, whose picture each later one must reach too, the accessibility
bus tells that the text looked for stands in the window.
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
    ('Quan, 100,000 invoices', 'HT-009999', 10000, 10, 2.5, 120),
]


class Start:
    """A program that is started, watched until it rests, and ended."""

    def __init__(self, command):
        self.watch = subprocess.Popen([WATCH, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        words = self.watch.stdout.readline().split()
        if not words:
            sys.exit(f'{command} could not be watched')
        self.pid, self.picture = int(words[0]), words[4]
        self.first, self.ms, self.cpu, self.rss, self.pss = (float(words[i]) for i in (1, 2, 3, 5, 6))

    def end(self):
        self.watch.communicate()
        return self


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def shows(node, text):
    return text in (node.name or '') or any(shows(child, text) for child in children(node))


def seen_picture(command, text):
    """The picture of the settled window, in which the text stands."""
    start = Start(command)
    windows = [window for window in pyatspi.Registry.getDesktop(0) if window and window.get_process_id() == start.pid]
    if not any(shows(window, text) for window in windows):
        sys.exit(f'{command} does not show “{text}”')
    return start.end().picture


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


def measure(commands, pictures):
    """The starts of every program, in turn."""
    starts = [[] for _ in commands]
    for _ in range(ROUNDS):
        for i, command in enumerate(commands):
            start = Start(command).end()
            if start.picture != pictures[i]:
                sys.exit(f'{command} came to rest with another picture than before')
            starts[i].append(start)
    return starts


def median(starts, name):
    return statistics.median(getattr(start, name) for start in starts)


def report(starts):
    hello = starts[0]
    print(f'{"medians of " + str(ROUNDS):24} first frame  usable  times hello   work  times hello   RSS     PSS    RSS more')
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
        pictures = [seen_picture(command, program[1]) for command, program in zip(commands, PROGRAMS)]
        report(measure(commands, pictures))


main()
