#!/usr/bin/env python3
"""Holds the translations to the sources: translation.py ROOT FOLDER…

ROOT is the project's; the FOLDERs in it hold every source. xgettext says which strings can be translated and where they
stand; po/POTFILES and the catalogue of each language in po/LINGUAS have to agree with it.
"""
import os
import re
import subprocess
import sys
import tempfile

from quanctl import Tap

# As meson's preset "glib" extracts them.
EXTRACT = ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
           "--keyword=g_dngettext:2,3", "--flag=N_:1:pass-c-format", "--flag=g_dngettext:2:pass-c-format",
           "--flag=g_strdup_printf:1:c-format", "--flag=g_set_error:4:c-format"]

# What holds strings: C, templates of widgets, what a desktop knows of the program.
ENDINGS = (".c", ".h", ".ui", ".desktop.in", ".metainfo.xml.in")

# The same in every language.
SAME = {"Quan", "Quan;", "English", "中文"}

# One text of a catalogue, over as many lines as it takes.
TEXT = re.compile(r'^(msgid|msgstr)(?:\[0\])? ((?:".*"\n?)+)', re.MULTILINE)


def gettext(*words, **options):
    """What a tool of gettext writes, and what it says."""
    answer = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
                            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}, **options)
    return answer.stdout, answer.stderr.splitlines() or ([f"status {answer.returncode}"] if answer.returncode else [])


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def sources(root, folders):
    return sorted(os.path.relpath(os.path.join(place, name), root) for folder in folders
                  for place, _, names in os.walk(os.path.join(root, folder)) for name in names
                  if name.endswith(ENDINGS))


def references(template):
    """The files whose strings the template holds."""
    return sorted({word.rsplit(":", 1)[0] for line in template.splitlines() if line.startswith("#: ")
                   for word in line[3:].split()})


def compare_lists(listed, found):
    problems = [f"{path} has strings and is not listed" for path in sorted(set(found) - set(listed))]
    problems += [f"{path} is listed and has no strings" for path in sorted(set(listed) - set(found))]
    return problems or ([] if listed == sorted(set(listed)) else ["the list is not sorted, or names a file twice"])


def messages(catalogue, *selection):
    """The pairs of source and translation that msgattrib selects, the header left out."""
    text, _ = gettext("msgattrib", "--no-obsolete", *selection, catalogue)
    entries = [{keyword: "".join(line[1:-1] for line in lines.split("\n")) for keyword, lines in TEXT.findall(entry)}
               for entry in text.split("\n\n")]
    return [(entry["msgid"], entry["msgstr"]) for entry in entries if entry.get("msgid")]


def check_catalogue(tap, language, catalogue, template):
    name = f"{language}: "
    _, wrong = gettext("msgfmt", "--check", "--output-file=/dev/null", catalogue)
    tap.case(name + "formats and header are right", wrong)
    _, missing = gettext("msgcmp", catalogue, template)
    tap.case(name + "every string of the sources is translated", missing)
    tap.case(name + "nothing is fuzzy or untranslated",
             [source for choice in ("--only-fuzzy", "--untranslated") for source, _ in messages(catalogue, choice)])
    pairs = messages(catalogue, "--translated")
    tap.case(name + "nothing is left as it was",
             [source for source, translation in pairs if source == translation and source not in SAME]
             or ([] if pairs else ["there is no translation"]))


def main(root, *folders):
    tap = Tap()
    template, wrong = gettext(*EXTRACT, "--output=-", *sources(root, folders), cwd=root)
    tap.case("the sources give their strings without a warning", wrong)
    tap.case("POTFILES lists the files that have strings",
             compare_lists(lines_of(os.path.join(root, "po", "POTFILES")), references(template)))
    with tempfile.NamedTemporaryFile("w", suffix=".pot", encoding="utf-8") as file:
        file.write(template)
        file.flush()
        for language in lines_of(os.path.join(root, "po", "LINGUAS")):
            check_catalogue(tap, language, os.path.join(root, "po", language + ".po"), file.name)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
