#!/usr/bin/env python3
"""check --json against sqlite3 -json printing as many bytes, and its memory by number of contracts.

check-json.py QUANCTL MAKE-WORKSPACE BENCH-ENGINE: prints medians and ratios, and fails only where a command does.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
CONTRACTS = 10000


def timed(command):
    """Seconds of wall time, and peak memory in KiB, of a command whose output goes to /dev/null."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]}: status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin, usage.ru_maxrss


def printed(command):
    """The bytes a command prints, counted outside this process: a child's peak memory begins with its parent's."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    count = subprocess.run(["wc", "-c"], stdin=child.stdout, stdout=subprocess.PIPE, check=True).stdout
    child.wait()
    return int(count)


def median(command):
    runs = [timed(command) for _ in range(RUNS)]
    return statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def make_store(folder, quanctl, make_workspace, contracts):
    workspace, store = f"{folder}/{contracts}.json", f"{folder}/{contracts}.db"
    with open(workspace, "w", encoding="utf-8") as file:
        subprocess.run([make_workspace, str(contracts)], stdout=file, check=True)
    subprocess.run([quanctl, "--store", store, "--quiet", "import", workspace], check=True)
    return store


def peer(folder, size):
    """The sqlite3 command that prints at least so many bytes of JSON rows like a check's, stored as a table."""
    database = f"{folder}/peer.db"
    row = {"id": "term-within-one-year", "clause": "二", "verdict": "pass", "margin": "364 days",
           "reason": "The contract runs from 2024-03-01 to 2025-02-28 and ends before 2025-03-01."}
    columns = ", ".join(row)
    values = ", ".join("'" + value + "'" for value in row.values())
    bytes_a_row = len(subprocess.run(["sqlite3", "-json", ":memory:", f"SELECT {', '.join(repr(v) + ' AS ' + k for k, v in row.items())}"],
                                     stdout=subprocess.PIPE, check=True).stdout) - 1
    rows = size // bytes_a_row + 1
    subprocess.run(["sqlite3", database, f"CREATE TABLE peer ({columns}); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    f"WHERE i < {rows}) INSERT INTO peer SELECT {values} FROM n;"], check=True)
    return ["sqlite3", "-json", database, "SELECT * FROM peer"]


def main():
    quanctl, make_workspace, bench_engine = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        small = make_store(folder, quanctl, make_workspace, CONTRACTS // 10)
        large = make_store(folder, quanctl, make_workspace, CONTRACTS)
        subprocess.run([bench_engine, large], check=True)
        command = [quanctl, "--store", large, "--as-of", "2025-07-08", "--json", "check"]
        size = printed(command)
        seconds, memory = median(command)
        peer_seconds, _ = median(peer(folder, size))
        _, small_memory = median([quanctl, "--store", small, "--as-of", "2025-07-08", "--json", "check"])
        print(f"check --json of {CONTRACTS} contracts, {size / 1e6:.1f} MB: {seconds:.2f} s; sqlite3 -json of as many bytes: {peer_seconds:.2f} s; "
              f"ratio {seconds / peer_seconds:.2f} (asked for: at most 3)")
        print(f"peak memory: {memory / 1024:.1f} MiB for {CONTRACTS} contracts, {small_memory / 1024:.1f} MiB for {CONTRACTS // 10}; "
              f"ratio {memory / small_memory:.2f} (asked for: flat)")


main()
