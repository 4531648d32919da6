"""The way through every page of the window on the sample, for tests and pictures that look at all of them."""
import gettext
import os
import re
import subprocess
import time

import tree
from quanui import BUILD, PATIENCE, Failure, Window

REGISTERS = {'claims': 2, 'contracts': 3, 'invoices': 4, 'redemptions': 5, 'providers': 6, 'journal': 7}
PRESSED = ('button', 'toggle button', 'menu item')
STEPS = ('Enterprise', 'Contract', 'Eligibility', 'Quota', 'Packet')
REDEMPTION_STEPS = ('Round', 'Deliveries and invoices', 'Three-way check', 'Amount', 'Packet')


def translator(language):
    """From an English source string to what the window shows."""
    return gettext.translation('quan', os.path.join(BUILD, 'po'), [language], fallback=language == 'en').gettext


def plain(label):
    """A label without its mnemonic."""
    return re.sub(r'\(_?.\)|_', '', label)


class Walk:
    """Opens the pages one after the other and has each of them seen: SEE is called with the page's name and its nodes."""

    def __init__(self, see, *arguments, language='zh_CN', env=None):
        self.see = see
        self._ = translator(language)
        self.window = Window(*arguments, env={'LANGUAGE': language, **(env or {})})
        self.tree = tree.Tree(self.window.process.pid)

    def windows(self):
        return self.tree.read().children

    def wait(self, probe, what):
        """The first answer of a probe on the tree that is something."""
        end = time.monotonic() + PATIENCE
        while True:
            root = self.tree.read()
            found = probe(root)
            if found:
                return found
            if self.window.process.poll() is not None:
                raise Failure(f'the program ended with {self.window.process.returncode}: {self.window.output()}')
            if time.monotonic() > end:
                raise Failure(f'waited in vain for {what}')
            time.sleep(0.05)

    def wait_for_text(self, text):
        return self.wait(lambda root: next((node for node in root.walk() if text in node.name), None), f'“{text}”')

    def press(self, name):
        """Activates the button or the item of a menu of a name; of a menu button it is the button inside."""
        def probe(root):
            found = [node for node in root.walk() if node.role in PRESSED and plain(node.name) == name]
            return found[-1] if found else None
        self.tree.press(self.wait(probe, f'the button “{name}”'))

    def click(self, node):
        x, y = self.tree.middle(node)
        subprocess.run(['xdotool', 'mousemove', '--window', self.window.id, str(x), str(y), 'click', '1'], check=True)

    def look(self, name, ready):
        """Has the page seen as soon as it holds a text."""
        self.see(name, self.wait(lambda root: root if any(ready in node.name for node in root.walk()) else None, f'“{ready}”'))

    def dialog(self, name, open_it):
        """What opens a window of its own; it is seen and closed again."""
        before = len(self.windows())
        open_it()
        root = self.wait(lambda root: root if len(root.children) > before else None, name)
        self.see(name, root)
        self.window.key('Escape')
        self.wait(lambda root: len(root.children) == before, f'the end of {name}')

    def first_start(self):
        self.look('first-start', self._('Stays on this computer'))

    def open_sample(self):
        self.press(self._('Open the sample'))
        self.wait_for_text('HT-2025-002')

    def overview(self):
        self.window.key('ctrl+1')
        self.look('overview', 'HT-2025-002')

    def registers(self):
        for name, number in REGISTERS.items():
            self.window.key(f'ctrl+{number}')
            self.look(name, 'sample.json' if name == 'journal' else 'HT-2025-001' if name == 'contracts' else '')

    def records(self):
        """The window that enters an invoice."""
        self.window.key('ctrl+4')
        self.dialog('new-invoice', lambda: self.press(plain(self._('_New invoice'))))

    def dialogs(self):
        self.dialog('preferences', lambda: self.window.key('ctrl+comma'))
        self.dialog('shortcuts', lambda: self.window.key('ctrl+question'))

    def open_contract(self, number):
        """Opens a contract in the wizard from its register, found by its number."""
        self.window.key('ctrl+3')
        self.click(self.wait(lambda root: next((node for node in root.walk() if node.role == 'label' and node.name == number), None),
                             f'the contract {number}'))
        self.window.key('Return')
        self.wait_for_text(self.step_title(1))

    def open_round(self):
        """Opens the round that can be filed in the wizard, from the register of redemptions."""
        name = plain(self._('_Prepare a redemption'))
        self.window.key('ctrl+5')
        # The bar's: what stands there while there is none has one of the same name.
        self.click(self.wait(lambda root: next((node for node in root.walk() if node.role == 'button' and node.name == name), None),
                             f'the button “{name}”'))
        self.wait_for_text(self.step_title(1, REDEMPTION_STEPS))

    def leave(self, origin):
        """Goes back from a wizard to the page it belongs to."""
        self.press(self._('Save and go back to: %s') % self._(origin))

    def step_title(self, step, steps=STEPS):
        return self._('Step %d of %d: %s') % (step, len(steps), self._(steps[step - 1]))

    def steps(self, steps=STEPS, prefix='step'):
        for number, name in enumerate(steps, 1):
            self.look(f'{prefix}-{number}-{name.lower().replace(" ", "-")}', self.step_title(number, steps))
            if number < len(steps):
                self.window.key('alt+Right')

    def submission(self):
        """The windows that mark a packet as submitted and note the answer."""
        def submit():
            self.press(plain(self._('_Mark as submitted…')))
        self.dialog('submit', submit)
        submit()
        self.press(plain(self._('_Freeze and mark as submitted')))
        self.wait(lambda root: len(root.children) == 1, 'the end of the window that submits')
        self.dialog('answer', lambda: self.press(plain(self._('_Record the answer…'))))

    def everything(self):
        """All of it, in an order in which each comes once."""
        self.first_start()
        self.open_sample()
        self.overview()
        self.registers()
        self.records()
        self.dialogs()
        self.open_round()
        self.steps(REDEMPTION_STEPS, 'redemption')
        self.submission()
        self.leave('Redemptions')
        self.open_contract('HT-2025-001')
        self.steps()
        self.submission()
        self.window.close()
