#!/usr/bin/python3
"""shots.py FOLDER APPEARANCE LANGUAGE: a picture of every page of the window, to be looked at."""
import os
import sys
import time

from pages import Walk

SETTINGS = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings')


def prefer(appearance):
    os.makedirs(SETTINGS, exist_ok=True)
    with open(os.path.join(SETTINGS, 'keyfile'), 'w') as file:
        file.write(f"[io/github/quan/Quan]\nappearance='{appearance}'\n")


def trouble(folder, language):
    """The page that says why a file is not opened."""
    foreign = os.path.join(os.environ['HOME'], 'quan.db')
    with open(foreign, 'w') as file:
        file.write('not a store\n' * 400)
    walk = Walk(lambda page, root: None, foreign, language=language)
    walk.wait_for_text(walk._('The file has not been changed.'))
    walk.wait_for_text(foreign)
    walk.window.shot(os.path.join(folder, 'trouble.png'))
    walk.window.close()


def main(folder, appearance, language):
    prefer(appearance)

    def see(page, root):
        time.sleep(0.5)  # what is laid out and drawn once more
        walk.window.shot(os.path.join(folder, page + '.png'))
    walk = Walk(see, language=language)
    walk.everything()
    trouble(folder, language)


if __name__ == '__main__':
    main(*sys.argv[1:])
