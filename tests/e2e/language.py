#!/usr/bin/python3
"""Another language takes effect at once, everywhere in the window, and is remembered."""
import configparser
import os
import time

from pages import Walk
from quanui import run

SETTINGS = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings', 'keyfile')
CHINESE = ('总览', '搜索', '菜单', '新建申领')     # navigation, header, page
ENGLISH = ('Overview', 'Search', 'Menu', 'New claim')


def stored():
    settings = configparser.ConfigParser()
    settings.read(SETTINGS)
    return settings.get('io/github/quan/Quan', 'language', fallback=None)


def names(root):
    return {node.name for node in root.walk()}


def choose(walk, title, number):
    """Takes a language of the list in the preferences, counted from the first."""
    walk.window.key('ctrl+comma')
    walk.wait(lambda root: len(root.children) > 1, 'the preferences')
    walk.wait(lambda root: any(node.has(12) and node.name == title for node in root.children[-1].walk()), f'the focus on {title}')
    walk.window.key('space')
    time.sleep(0.5)  # the list unfolds
    walk.window.key('Home', *['Down'] * number, 'Return')


def wait_for(walk, words, without):
    walk.wait(lambda root: len(root.children) == 1 and set(words) <= names(root) and not set(without) & names(root),
              f'{words} and no word of {without}')


def switches_to_english_and_back():
    walk = Walk(lambda page, root: None)
    walk.first_start()
    walk.open_sample()
    wait_for(walk, CHINESE, ENGLISH)
    choose(walk, '语言', 2)
    wait_for(walk, ENGLISH, CHINESE)
    walk.wait(lambda root: stored() == "'en'", 'English in the settings')
    walk.window.key('ctrl+3')
    walk.wait_for_text('HT-2025-001')
    walk.window.key('ctrl+1')
    choose(walk, 'Language', 1)
    wait_for(walk, CHINESE, ENGLISH)
    walk.wait(lambda root: stored() == "'zh_CN'", 'Chinese in the settings')
    walk.window.close()


if __name__ == '__main__':
    run(switches_to_english_and_back)
