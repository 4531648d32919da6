#!/usr/bin/env python3
"""The file of a packet: its bytes wherever it is made, what is left where it cannot be: packet.py QUANCTL SAMPLE"""
import ctypes
import os
import resource
import subprocess
import sys

from quanctl import Home, Tap, ended, equal

CONTRACT = "HT-2025-001"
AS_OF = ["--as-of", "2025-07-08"]
LOCALES = ["zh_CN.UTF-8", "en_US.UTF-8", "C.UTF-8", "tr_TR.UTF-8", "C"]
ZONES = ["Asia/Shanghai", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"]
ANOTHER_DAY = "2031-02-03"
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE = 1
SMALL_DISK = "64k"  # of a file system that cannot hold a packet


def words(target, *options):
    return ["packet", "claim", CONTRACT, "-o", target, *options]


def make(home, name, **options):
    """The bytes of a packet, or what quanctl says instead."""
    answer = home.run(*words(home.path(name), *AS_OF), **options)
    return home.read(name) if answer.returncode == 0 else answer.stderr


def on_another_day(home, *command):
    """Runs quanctl with the clock set to another day."""
    wrapped = ["faketime", f"{ANOTHER_DAY} 04:05:06", home.program, "--store", home.store, *command]
    return subprocess.run(wrapped, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                          env=home.environment, check=False, timeout=120)


def check_bytes(tap, home):
    first = make(home, "first.pdf")
    tap.case("a packet made again", equal(first, make(home, "other.pdf"), "the packet"))
    for locale in LOCALES:
        # A locale that is not there would be C again.
        problems = [] if locale == "C" else equal(True, has_locale(locale), f"the locale {locale}")
        other = make(home, "other.pdf", environment={"LC_ALL": locale, "LANG": locale})
        tap.case(f"a packet made in {locale}", problems + equal(first, other, "the packet"))
    for zone in ZONES:
        other = make(home, "other.pdf", environment={"TZ": zone})
        tap.case(f"a packet made in {zone}", equal(first, other, "the packet"))
    answer = on_another_day(home, *words(home.path("other.pdf"), *AS_OF))
    tap.case("a packet made on another day", ended(answer, 0) + equal(first, home.read("other.pdf"), "the packet"))
    answer = on_another_day(home, *words(home.path("other.pdf")))
    text = subprocess.run(["pdftotext", "-raw", home.path("other.pdf"), "-"], stdout=subprocess.PIPE, encoding="utf-8",
                          check=True).stdout
    tap.case("that day is the as-of date when none is given",
             ended(answer, 0) + ([] if f"基准日 {ANOTHER_DAY}" in text else [text[:300]]))


def has_locale(name):
    known = subprocess.run(["locale", "-a"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return name.replace("UTF-8", "utf8") in known.split()


def refused(answer, target, cause):
    """Problems with a run that could not write: its status, and a message that names the place and the cause."""
    said = f"quanctl: “{target}” cannot be written: {cause}."
    wrong = f"stderr {answer.stderr!r}, expected at its beginning {said!r}"
    return ended(answer, 4) + ([] if answer.stderr.startswith(said) else [wrong])


def contents(folder):
    """What is in a folder: names, and the bytes of files."""
    found = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        found[name] = None
        if os.path.isfile(path):
            with open(path, "rb") as file:
                found[name] = file.read()
    return found


def without_override():
    """Takes from root what lets it write where the folder's mode does not; from anybody else, nothing."""
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def limit_to(size):
    """Lets no file grow beyond size; the signal is ignored, so that the write itself fails."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def check_target(tap, home, name, target, cause, **options):
    """Refuses target, and leaves its folder and what is beside it as they were."""
    folder = home.path("out")
    before = contents(folder)
    answer = home.run(*words(target, *AS_OF), **options)
    tap.case(name, refused(answer, target, cause) + equal(before, contents(folder), "the folder")
             + equal(sorted(before), sorted(contents(folder)), "files"))


def check_targets(tap, home):
    size = len(make(home, "first.pdf"))
    out = home.path("out")
    os.makedirs(os.path.join(out, "folder"))
    with open(os.path.join(out, "old.pdf"), "w", encoding="utf-8") as file:
        file.write("what was there before")
    for name in ("old.pdf", "new.pdf"):
        check_target(tap, home, f"{name} where a byte is too many", os.path.join(out, name), "File too large",
                     preexec_fn=limit_to(size - 1), restore_signals=False)
    check_target(tap, home, "a folder that is not there", os.path.join(out, "none", "x.pdf"),
                 "No such file or directory")
    check_target(tap, home, "a folder for a file", os.path.join(out, "folder"), "Is a directory")
    check_target(tap, home, "a file for a folder", os.path.join(out, "old.pdf", "x.pdf"), "Not a directory")
    os.chmod(out, 0o555)
    for name in ("old.pdf", "new.pdf"):
        check_target(tap, home, f"{name} in a folder that may not be written", os.path.join(out, name),
                     "Permission denied", preexec_fn=without_override)
    os.chmod(out, 0o755)
    answer = home.run(*words(os.path.join(out, "old.pdf"), *AS_OF), preexec_fn=limit_to(size), restore_signals=False)
    tap.case("a file that just fits", ended(answer, 0) + equal(home.read("first.pdf"), home.read("out/old.pdf"), "it"))


# Mounts a small file system on $1, with an old file in it, and runs the rest there; then says what is left.
ON_SMALL_DISK = f"""
mount -t tmpfs -o size={SMALL_DISK} tmpfs "$1" || exit 99
cd "$1" && printf before >old.pdf && shift
"$@"; status=$?
ls -A; cat old.pdf
exit $status
"""


def small_disk():
    """The command that leads into a file system of one's own, None where neither root nor anybody may mount one."""
    for command in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        if subprocess.run([*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return command
    return None


def check_full_disk(tap, home):
    """A disk that is really full, where one can be had; else a file system that is full always."""
    entry = small_disk()
    if entry is None:
        answer = home.run(*words("/dev/full", *AS_OF))
        tap.case("a full device", refused(answer, "/dev/full", "No space left on device"))
        return
    os.mkdir(home.path("disk"))
    for name in ("old.pdf", "new.pdf"):
        answer = subprocess.run(
            [*entry, "sh", "-c", ON_SMALL_DISK, "sh", home.path("disk"), home.program, "--store", home.store,
             *words(name, *AS_OF)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=home.environment, check=False,
            timeout=120)
        tap.case(f"{name} on a full disk", refused(answer, name, "No space left on device")
                 + equal("old.pdf\nbefore", answer.stdout, "what is left"))


def main(program, sample):
    tap = Tap()
    with Home(os.path.abspath(program)) as home:
        tap.case("import of the sample", ended(home.run("import", sample), 0))
        check_bytes(tap, home)
        check_targets(tap, home)
        check_full_disk(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
