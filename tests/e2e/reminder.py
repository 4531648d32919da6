#!/usr/bin/python3
"""The reminder at the start: a desktop that takes notifications gets one of a near deadline, once a day, and its click leads
to the overview."""
import datetime
import json
import os
import threading
import time

from gi.repository import Gio, GLib
from pages import Walk
from quanui import BUILD, Failure, quanctl, run

DATA = os.path.join(os.environ['HOME'], '.local', 'share', 'quan')
SETTINGS = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings', 'keyfile')
BEIJING = os.path.join(os.environ['QUAN_SOURCE'], 'resources', 'policies', 'cn-beijing-ai-compute-2023.policy')
PACK = 'cn-beijing-near'
TODAY = datetime.date.today()
NAME, PATH = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'
INTERFACE = f'''<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/>
    <arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>'''


class Notifications(threading.Thread):
    """The part of the desktop that shows notifications, on the session's bus."""

    def __init__(self):
        super().__init__(daemon=True)
        self.received = []
        self.ready = threading.Event()
        self.start()
        if not self.ready.wait(20):
            raise Failure('the bus does not give the name of notifications')

    def run(self):
        context = GLib.MainContext()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(os.environ['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)
        self.bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], self.called, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', (NAME, 0)), None, Gio.DBusCallFlags.NONE, -1, None)
        self.ready.set()
        GLib.MainLoop.new(context, False).run()

    def called(self, bus, sender, path, interface, method, arguments, invocation):
        if method == 'Notify':
            _, _, _, title, body, actions, _, _ = arguments.unpack()
            self.received.append((title, body, actions))
            invocation.return_value(GLib.Variant('(u)', (len(self.received),)))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (['body', 'actions'],)))
        else:
            invocation.return_value(None)

    def click(self, number):
        """The user clicks a notification."""
        self.bus.emit_signal(None, PATH, NAME, 'ActionInvoked', GLib.Variant('(us)', (number, 'default')))


def day(days):
    return (TODAY + datetime.timedelta(days)).isoformat()


def install_pack():
    """A pack like Beijing's that is in force, with one round that closes in ten days."""
    with open(BEIJING, encoding='utf-8') as file:
        text = file.read()
    before, rounds = text.split('[round 2023Q4]', 1)
    after = rounds[rounds.index('# Materials of a claim'):]
    round_of = f'[round {TODAY.year}Q4]\nfrom={day(-40)}\nuntil={day(10)}\n\n'
    text = (before + round_of + after).replace('id=cn-beijing-ai-compute-2023', f'id={PACK}').replace('2025-12-31', day(200))
    os.makedirs(os.path.join(DATA, 'policies'), exist_ok=True)
    with open(os.path.join(DATA, 'policies', f'{PACK}.policy'), 'w', encoding='utf-8') as file:
        file.write(text)


def workspace():
    """A voucher of 200,000.00 on a contract of 1,000,000.00, of which half is delivered and invoiced."""
    own = {'enterprise': '91110108MA01ABC25F'}
    lines = [{'kind': 'compute', 'amount': '1000000.00'}]
    return {
        'format': 'quan-workspace', 'version': 1,
        'enterprises': [{'uscc': own['enterprise'], 'name': '北京示例智能科技有限公司', 'region': '110108'}],
        'providers': [{'uscc': '91110105MA7KDEF373', 'name': '示例智算中心有限公司'}],
        'contracts': [{'number': 'HT-1', **own, 'provider': '91110105MA7KDEF373', 'signed': day(-200), 'starts': day(-190),
                       'ends': day(170), 'lines': lines}],
        'claims': [{'contract': 'HT-1', 'state': 'approved', 'submitted': day(-180), 'requested': '200000.00',
                    'voucher': 'V-1', 'issued': day(-150), 'policy': PACK}],
        'deliveries': [{'number': 'JF-1', 'contract': 'HT-1', 'from': day(-190), 'to': day(-60)}],
        'invoices': [{'number': '25110000000000000001', 'contract': 'HT-1', 'date': day(-50), 'delivery': 'JF-1',
                      'lines': [{'kind': 'compute', 'amount': '500000.00'}]}],
    }


def fill_store():
    path = os.path.join(os.environ['HOME'], 'near.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(workspace(), file)
    quanctl('import', path, store=os.path.join(DATA, 'quan.db'))


def start_and_end(desktop, expected, what):
    """A start that shows the overview; what it sent has come once the program has ended."""
    walk = Walk(lambda page, root: None)
    walk.wait_for_text('100,000.00')
    walk.window.close()
    time.sleep(1)
    if len(desktop.received) != expected:
        raise Failure(f'{what}: {desktop.received}')


def last_page():
    """The page the window went to last, which it remembers for the next start."""
    if not os.path.exists(SETTINGS):
        return None
    with open(SETTINGS, encoding='utf-8') as file:
        return next((line.split("'")[1] for line in file if line.startswith('last-page=')), None)


def forget(**settings):
    """Another day, as far as the settings know."""
    with open(SETTINGS, 'w', encoding='utf-8') as file:
        file.write('[io/github/quan/Quan]\n' + ''.join(f'{key}={value}\n' for key, value in settings.items()))


def the_sample_reminds_of_nothing():
    desktop = Notifications()
    walk = Walk(lambda page, root: None)
    walk.first_start()
    walk.open_sample()
    walk.window.close()
    time.sleep(1)
    if desktop.received:
        raise Failure(f'the sample reminded: {desktop.received}')
    desktop.bus.close_sync(None)


def a_near_deadline_is_told_once_a_day_and_its_click_leads_to_the_overview():
    install_pack()
    fill_store()
    desktop = Notifications()
    walk = Walk(lambda page, root: None)
    walk.wait(lambda root: desktop.received, 'the notification')
    title, body, actions = desktop.received[0]
    if '第四季度' not in title or '100,000.00' not in body or 'default' not in actions:
        raise Failure(f'it says “{title}”, “{body}”, {actions}')
    walk.window.key('ctrl+7')
    walk.wait(lambda root: last_page() == 'journal', 'the journal')
    desktop.click(1)
    walk.wait(lambda root: last_page() == 'overview', 'the overview')
    walk.window.close()
    start_and_end(desktop, 1, 'told twice on a day')
    forget(remind='false')
    start_and_end(desktop, 1, 'told although nobody wants it')
    forget()
    start_and_end(desktop, 2, 'not told on another day')


if __name__ == '__main__':
    run(the_sample_reminds_of_nothing, a_near_deadline_is_told_once_a_day_and_its_click_leads_to_the_overview)
