"""Drives the window as its user does: what is on the screen is read through the accessibility bus, everything done is done by
keys and clicks."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import pyatspi
from gi.repository import Atspi, GLib

BUILD = os.environ['QUAN_BUILD']
QUAN = os.path.join(BUILD, 'app', 'quan')
QUANCTL = os.path.join(BUILD, 'app', 'quanctl')
PATIENCE = float(os.environ.get('QUAN_PATIENCE', '40'))

# Roles whose names a person reads or acts on.
CONTROLS = {'text', 'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'spin button', 'link',
            'password text', 'entry', 'menu item', 'list item'}


class Failure(AssertionError):
    pass


def quanctl(*arguments, store, check=True):
    """The answer of quanctl on a store, as text."""
    done = subprocess.run([QUANCTL, '--store', store, *arguments], capture_output=True, text=True)
    if check and done.returncode not in (0, 1):
        raise Failure(f'quanctl {arguments}: {done.returncode} {done.stderr}')
    return done.stdout


class Window:
    """A running program and its window."""

    def __init__(self, *arguments, env=None, log=None):
        self.log = tempfile.NamedTemporaryFile('w+', suffix='.log', delete=False)
        self.process = subprocess.Popen([QUAN, *arguments], env={**os.environ, **(env or {})}, stdout=self.log,
                                        stderr=subprocess.STDOUT)
        self._focus = None
        self._listener = Atspi.EventListener.new(self._focus_moved)
        self._listener.register('object:state-changed:focused')
        self.application = self.wait(self._application, 'the program on the accessibility bus')
        self.frame = self.wait(lambda: next((node for node in self._children(self.application)
                                             if node.getRoleName() in ('frame', 'window')), None), 'its window')
        self.id = self.wait(self._window_id, 'its window on the display')

    def _application(self):
        return next((application for application in pyatspi.Registry.getDesktop(0)
                     if application and application.get_process_id() == self.process.pid and application.childCount), None)

    def _window_id(self):
        """Found by its title too: a window may be on the display before its property says whose process it is."""
        for what in (['--pid', str(self.process.pid)], ['--name', self.frame.name]):
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', *what], capture_output=True, text=True).stdout.split()
            if found:
                return found[-1]
        return None

    @staticmethod
    def _children(node):
        for index in range(node.childCount):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield child

    # Waiting and finding

    def wait(self, probe, what, patience=PATIENCE):
        """What a probe finds, as soon as it finds something true."""
        end = time.monotonic() + patience
        reason = ''
        while True:
            try:
                found = probe()
                if found:
                    return found
            except Failure:
                raise
            except Exception as error:  # nodes go while the tree is being walked
                reason = f' ({error})'
            if self.process.poll() is not None:
                raise Failure(f'the program ended with {self.process.returncode}: {self.output()}')
            if time.monotonic() > end:
                raise Failure(f'waited in vain for {what}{reason}')
            time.sleep(0.05)

    def walk(self, node=None, tables=True):
        """Every node below one, in the order of the screen."""
        node = self.application if node is None else node
        yield node
        if not tables and node.getRoleName() == 'tree table':
            return
        for child in self._children(node):
            yield from self.walk(child, tables)

    def wait_for_window(self, title, there=True):
        """Waits until a window of a title is on the display, or is no more, and until the program is done with it: GTK 4.8 may not
        survive to be asked for its windows while it opens or closes one."""
        def is_there():
            found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid), '--name',
                                    f'^{title}$'], capture_output=True, text=True)
            return bool(found.stdout.split())
        self.wait(lambda: is_there() == there, f'the window “{title}”' if there else f'the end of the window “{title}”')
        time.sleep(0.5)

    def count_on_display(self):
        """How many windows the program shows. Asks the display: GTK 4.8 may not survive to be asked while it opens or closes its
        file chooser."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True)
        return len(found.stdout.split())

    def find(self, role, name, within=None, tables=False, patience=PATIENCE):
        """The first visible node of a role whose name holds a text, or matches a compiled expression."""
        def matches(text):
            return name.search(text) if isinstance(name, re.Pattern) else name in text

        def probe():
            return next((node for node in self.walk(within, tables)
                         if node.getRoleName() == role and matches(node.name or '') and self.visible(node)), None)
        return self.wait(probe, f'{role} “{name}”', patience)

    def exists(self, role, name):
        try:
            self.find(role, name, patience=0.3)
            return True
        except Failure:
            return False

    @staticmethod
    def visible(node):
        state = node.getState()
        return state.contains(pyatspi.STATE_VISIBLE)

    def texts(self, node=None):
        """Every text a person can read in the window, without what stands in entries."""
        return [node.name for node in self.walk(node) if node.name and self.visible(node)]

    def wait_for_text(self, text, patience=PATIENCE):
        return self.wait(lambda: any(text in name for name in self.texts()), f'the text “{text}”', patience)

    @staticmethod
    def content(node):
        """What stands in an entry."""
        text = node.queryText()
        return text.getText(0, text.characterCount)

    # Acting

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '12', *keys], check=True)

    def type(self, text):
        """Types a text; what no key has is typed as GTK takes it on every keyboard: Ctrl+Shift+U, its number, a blank."""
        for part in re.findall(r'[ -~]+|[^ -~]+', text):
            if part.isascii():
                subprocess.run(['xdotool', 'type', '--delay', '12', '--', part], check=True)
            else:
                self.key(*(key for letter in part for key in ('ctrl+shift+u', *f'{ord(letter):x}', 'space')))

    def _focus_moved(self, event):
        try:
            if event.source.get_process_id() != self.process.pid:
                return
        except GLib.GError:  # of a program that has ended
            return
        if event.detail1:
            self._focus = event.source
        elif self._focus == event.source:
            self._focus = None

    def focused(self):
        """The node that has the focus; None while it moves."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._focus

    def focused_name(self):
        node = self.focused()
        return (node.get_name() or '') if node is not None else ''

    def wait_for_focus(self, name):
        """Waits until the focus is on something whose name begins with a text."""
        self.wait(lambda: self.focused_name().startswith(name), f'the focus on “{name}”')
        return self.focused()

    def tab_to(self, name, key='Tab', most=80):
        """Presses Tab until the focus is on something whose name begins with a text."""
        seen = []
        for _ in range(most):
            before = self.focused()
            seen.append(self.focused_name())
            if seen[-1].startswith(name):
                return
            self.key(key)
            end = time.monotonic() + 1
            while time.monotonic() < end and (self.focused() is None or self.focused() == before):
                time.sleep(0.01)
        raise Failure(f'Tab does not lead to “{name}”, only to {seen}')

    def fill(self, name, text):
        """Goes to a field with Tab, replaces what stands in it and leaves it."""
        self.tab_to(name)
        self.key('ctrl+a')
        self.type(text)
        self.key('Tab')
        time.sleep(0.15)

    def choose(self, name, option):
        """Goes to a drop-down with Tab and chooses with the arrow keys: option counts from the first, 1."""
        self.tab_to(name)
        time.sleep(0.1)
        self.key('Return')
        self.wait(lambda: self.focused().get_role_name() == 'list item', f'the options of “{name}”')
        self.key('Home', *['Down'] * (option - 1), 'Return')
        self.wait_for_focus(name)

    def field(self, name):
        """What stands in the entry of a name."""
        return self.content(self.find('text', name))

    def wait_for_field(self, name, text):
        """Waits until a text stands in the entry of a name."""
        entry = self.find('text', name)
        self.wait(lambda: self.content(entry) == text, f'“{text}” in “{name}”, where “{self.content(entry)}” stands')

    def click(self, node):
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        subprocess.run(['xdotool', 'mousemove', '--window', self.id, str(extents.x + extents.width // 2),
                        str(extents.y + extents.height // 2), 'click', '1'], check=True)

    def press(self, name, role='push button'):
        """Activates a button by its name."""
        node = self.find(role, name)
        if not node.queryAction().doAction(0):
            raise Failure(f'“{name}” cannot be pressed')

    def shot(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        time.sleep(0.4)
        subprocess.run(['import', '-window', 'root', path], check=True)

    # Ending

    def output(self):
        with open(self.log.name) as log:
            return log.read()

    def complaints(self):
        """Lines of GTK, GLib and the sanitizers that say something is wrong."""
        return [line for line in self.output().splitlines()
                if re.search(r'WARNING|CRITICAL|ERROR|Sanitizer|runtime error', line)]

    def _stop_listening(self):
        self._listener.deregister('object:state-changed:focused')

    def close(self):
        self._stop_listening()
        self.key('ctrl+q')
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise Failure(f'the program ended with {status}: {self.output()}')
        if self.complaints():
            raise Failure(f'the program complained: {self.complaints()}')

    def kill(self):
        self._stop_listening()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def unnamed(window, node=None):
    """Controls without a name a person could be told."""
    return [(found.getRoleName(), found.name) for found in window.walk(node)
            if found.getRoleName() in CONTROLS and window.visible(found)
            and (not (found.name or '').strip() or re.match(r'(Gtk|Quan)[A-Z]', found.name or ''))]


def run(*scenarios):
    """Runs scenarios, functions without arguments, and prints what came of them in TAP."""
    failed = 0
    print(f'1..{len(scenarios)}')
    for number, scenario in enumerate(scenarios, 1):
        try:
            scenario()
            print(f'ok {number} {scenario.__name__}', flush=True)
        except Exception as error:  # a failure of one leaves the others to run
            failed += 1
            print(f'not ok {number} {scenario.__name__}', flush=True)
            print('# ' + f'{type(error).__name__}: {error}'.replace('\n', '\n# '), flush=True)
    sys.exit(1 if failed else 0)
