#!/usr/bin/env python3
"""Installs into a folder and uses what is there: install.py MESON BUILD PREFIX"""
import os
import shutil
import subprocess
import sys
import tempfile

from quanctl import Tap

ID = "io.github.quan.Quan"

# Below the prefix, with a mark that only the right file has.
FILES = {
    "bin/quan": b"\x7fELF",
    "bin/quanctl": b"\x7fELF",
    f"share/applications/{ID}.desktop": b"Exec=quan\n",
    "share/bash-completion/completions/quanctl": b"complete -F _quanctl quanctl",
    f"share/glib-2.0/schemas/{ID}.gschema.xml": b'id="io.github.quan.Quan"',
    f"share/icons/hicolor/scalable/apps/{ID}.svg": b"<svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg": b"<svg",
    "share/locale/zh_CN/LC_MESSAGES/quan.mo": "用法".encode(),
    "share/man/man1/quan.1": b".TH QUAN 1",
    "share/man/man1/quanctl.1": b".TH QUANCTL 1",
    "share/man/zh_CN/man1/quan.1": b".TH QUAN 1",
    f"share/metainfo/{ID}.metainfo.xml": b"<launchable",
}


def run(*words, **options):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
                          stdin=subprocess.DEVNULL, timeout=300, **options)


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def file_problems(path, mark):
    content = read(path)
    if content is None:
        return ["it is missing"]
    return [] if mark in content else ["it is another file"]


def speaks_chinese(prefix, home):
    """The program, from a folder of its own, under a locale of its own."""
    environment = {"PATH": os.path.join(prefix, "bin") + ":" + os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8",
                   "LANGUAGE": "zh_CN"}
    answer = run("quanctl", "--help", cwd=home, env=environment)
    return [] if answer.returncode == 0 and answer.stdout.startswith("用法：quanctl") else [answer.stdout, answer.stderr]


def settings_problems(prefix, work):
    """The schema is compiled as the installation of a package would, and a default is read from it."""
    schemas = os.path.join(work, "schemas")
    compiled = run("glib-compile-schemas", "--strict", f"--targetdir={work}", os.path.join(prefix, "share/glib-2.0/schemas"))
    if compiled.returncode:
        return [compiled.stderr]
    os.makedirs(schemas)
    shutil.move(os.path.join(work, "gschemas.compiled"), schemas)
    answer = run("gsettings", "get", ID, "last-page",
                 env={"PATH": os.environ["PATH"], "GSETTINGS_SCHEMA_DIR": schemas, "GSETTINGS_BACKEND": "memory"})
    return [] if answer.stdout == "'overview'\n" else [answer.stdout, answer.stderr]


def main(meson, build, prefix):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="quan-install-") as work:
        root = os.path.join(work, "root")
        answer = run(meson, "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", root)
        tap.case("it installs", [answer.stdout + answer.stderr] if answer.returncode else [])
        prefix = root + prefix
        for path, mark in FILES.items():
            tap.case(path, file_problems(os.path.join(prefix, path), mark))
        tap.case("the program speaks Chinese from any folder", speaks_chinese(prefix, work))
        tap.case("the settings can be read", settings_problems(prefix, work))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
