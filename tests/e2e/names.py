#!/usr/bin/python3
"""Every control of every page has a name that can be read out: its own, once, and not that of its type."""
import re

from pages import Walk
from quanui import Failure, run

CONTROLS = {'button', 'toggle button', 'check box', 'radio', 'combo box', 'text box', 'search box', 'entry', 'link',
            'spin button', 'switch', 'list item', 'menu item', 'option', 'progress bar', 'meter', 'table', 'tree grid', 'text'}
# What GTK itself draws into its own windows and does not name in this version.
OF_GTK = {'shortcuts'}


def wrong(node):
    """What is wrong with the name of a control; None if nothing is."""
    name = node.name.strip()
    if not name:
        return 'has no name'
    if re.match(r'(Gtk|Quan|Gdk)[A-Z]', name):
        return 'has the name of its type'
    words = re.sub(r'[(（].[)）]|[…_]', '', name)
    if re.fullmatch(r'(.+?)\s+\1', words):
        return 'has its name twice'
    return None


def place(node):
    """The names and roles above a node, the nearest first."""
    above = []
    while node.parent is not None and len(above) < 6:
        node = node.parent
        above.append(node.name or node.role)
    return ' < '.join(above)


def every_control_has_a_name():
    found, seen = {}, set()

    def see(page, root):
        # A window of its own is the last; the others have been seen.
        top = root.children[-1] if len(root.children) > 1 else root
        controls = [] if page in OF_GTK else [node for node in top.walk() if node.role in CONTROLS]
        seen.update(node.role for node in controls)
        for node in controls:
            reason = wrong(node)
            if reason is not None:
                found.setdefault((node.role, node.name, reason, place(node)), page)

    Walk(see).everything()
    if not {'button', 'combo box', 'text box'} <= seen:
        raise Failure(f'the pages had only {sorted(seen)}')
    if found:
        raise Failure('\n'.join(f'{page}: {role} “{name}” {reason}, in {where}' for (role, name, reason, where), page in found.items()))


if __name__ == '__main__':
    run(every_control_has_a_name)
