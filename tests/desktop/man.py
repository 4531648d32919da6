#!/usr/bin/env python3
"""Holds the manual to what the program says of itself: man.py QUANCTL FOLDER

Each page is typeset without a warning. The page of quanctl has every command and every option of its help, each option
under its command, and no option that the program does not know.
"""
import glob
import os
import re
import subprocess
import sys

from quanctl import Home, Tap

COMMAND = re.compile(r"^  ([a-z].*?)(?:  .*)?$")
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
# A line as wide as the longest paragraph, so that nothing is broken or hyphenated.
WIDE = ["-rLL=2000n", "-rHY=0"]


def typeset(page, *options):
    answer = subprocess.run(["groff", "-K", "utf8", "-man", "-Tutf8", "-P-cbou", *options, page],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
                            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    return answer.stdout.translate({0x2010: "-", 0x2212: "-"}), answer.stderr.splitlines()


def part(text, begin, end):
    """The lines between one that is begin and one that is end."""
    lines = text.splitlines()
    first = lines.index(begin) + 1
    return lines[first:lines.index(end, first)]


def sections(lines, headings):
    """What stands under each of the headings."""
    found, heading = {}, None
    for line in lines:
        if line.strip() in headings:
            heading = line.strip()
            found[heading] = ""
        elif heading is not None:
            found[heading] += line + "\n"
    return found


def check_commands(tap, home, page):
    overview = home.run("--help", store=False).stdout
    commands = [COMMAND.match(line).group(1) for line in part(overview, "Commands:", "")]
    written = sections(part(page, "COMMANDS", "EXIT STATUS"), commands)
    known = set(OPTION.findall(overview))
    tap.case("every command has its section", [command for command in commands if command not in written])
    for command in commands:
        words = re.match(r"[a-z]+(?: [a-z]+)*", command).group()
        if words == "help":
            continue
        text = home.run("help", *words.split(), store=False).stdout.split("Options of every command:")[0]
        options = set(OPTION.findall(text.split("Options:")[1].split("Example:")[0])) if "Options:" in text else set()
        known |= options
        shown = set(OPTION.findall(written.get(command, "")))
        tap.case(f"{command}: its options", [f"only on one side: {option}" for option in sorted(options ^ shown)])
    general = set(OPTION.findall("\n".join(part(page, "OPTIONS", "COMMANDS"))))
    offered = set(OPTION.findall(overview.split("Options of every command:")[1]))
    tap.case("options of every command", [f"only on one side: {option}" for option in sorted(general ^ offered)])
    tap.case("no other options", sorted(set(OPTION.findall(page)) - known))


def main(quanctl, folder):
    tap = Tap()
    for page in sorted(glob.glob(os.path.join(folder, "**", "*.1"), recursive=True)):
        text, warnings = typeset(page, "-ww")
        tap.case(os.path.relpath(page, folder), warnings or ([] if text else ["nothing is typeset"]))
    with Home(quanctl) as home:
        check_commands(tap, home, typeset(os.path.join(folder, "quanctl.1"), *WIDE)[0])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
