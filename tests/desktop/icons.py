#!/usr/bin/env python3
"""Holds the icons to what GTK, small sizes and the window ask of them: icons.py FOLDER SOURCES…

FOLDER is that of icons.gresource.xml; the folders of SOURCES name icons.
"""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

from quanctl import Tap

SVG = "{http://www.w3.org/2000/svg}"


def resource(folder):
    """The files that the resource names, by the names under which it carries them."""
    tree = ElementTree.parse(os.path.join(folder, "icons.gresource.xml"))
    return {file.get("alias", file.text): file.text for file in tree.iter("file")}


def named(folders):
    """The icons of ours that sources name."""
    paths = [os.path.join(place, name) for folder in folders for place, _, names in os.walk(folder) for name in names
             if name.endswith((".c", ".h", ".ui", ".css"))]
    names = set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            names |= set(re.findall(r"\bquan(?:-[a-z]+)+-symbolic\b", file.read()))
    return names


def drawings(folder):
    """Every drawing's name and path."""
    return sorted((name, os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names
                  if name.endswith(".svg"))


def symbolic_problems(root):
    """GTK fills the paths of a symbolic icon with the colour of the text: no strokes, no colours of its own."""
    problems = [f"{element.tag} is not recoloured" for element in root if element.tag != SVG + "path"]
    problems += [f"a path has {name}" for element in root for name in element.keys() if name not in ("d", "fill-rule")]
    if (root.get("width"), root.get("height")) != ("16", "16"):
        problems.append("it is not drawn for 16 by 16 pixels")
    return problems


def foreign_problems(root):
    """Nothing that looks different where a font or a file is missing."""
    return [f"it holds {element.tag}" for element in root.iter()
            if element.tag in (SVG + "text", SVG + "image", SVG + "use")]


def main(folder, *sources):
    tap = Tap()
    carried = resource(folder)
    found = drawings(folder)
    names = {name for name, _ in found}
    tap.case("the resource names every drawing, and no other",
             [f"not both drawn and listed: {name}" for name in sorted(names ^ set(carried.values()))])
    tap.case("every icon that the sources name is carried",
             sorted(name for name in named(sources) if name + ".svg" not in carried))
    for name, path in found:
        root = ElementTree.parse(path).getroot()
        tap.case(name, foreign_problems(root) + (symbolic_problems(root) if name.endswith("-symbolic.svg") else []))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
