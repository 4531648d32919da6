"""The accessible tree of a program in one go: all the questions about a level are on the bus before the first answer is
waited for, so that thousands of nodes take a second and not a minute."""
from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT = '/org/a11y/atspi/accessible/root'
STATE_FOCUSED, STATE_VISIBLE = 12, 30


class Node:
    """What a screen reader is told about a widget, at the time it was asked."""

    def __init__(self, bus, path, parent):
        self.bus, self.path, self.parent = bus, path, parent
        self.role, self.name, self.description, self.states, self.children = '', '', '', 0, []

    def has(self, state):
        return bool(self.states >> state & 1)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Tree:
    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus = next(bus for bus, _ in self.call('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')
                        if self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                     'GetConnectionUnixProcessID', GLib.Variant('(s)', [bus])) == pid)

    def call(self, bus, path, interface, method, arguments=None):
        return self.connection.call_sync(bus, path, interface, method, arguments, None, 0, 20000).unpack()[0]

    def press(self, node):
        self.call(node.bus, node.path, 'org.a11y.atspi.Action', 'DoAction', GLib.Variant('(i)', [0]))

    def middle(self, node):
        """Where a node is in its window."""
        x, y, width, height = self.call(node.bus, node.path, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', [1]))
        return x + width // 2, y + height // 2

    def _ask(self, level):
        """Fills the nodes of a level and answers those below them."""
        context = GLib.MainContext.get_thread_default() or GLib.MainContext.default()
        waiting = 0

        def ask(node, interface, method, arguments, take):
            nonlocal waiting
            waiting += 1

            def answered(connection, result):
                nonlocal waiting
                waiting -= 1
                try:
                    take(node, connection.call_finish(result).unpack()[0])
                except GLib.Error:  # gone meanwhile
                    node.states = 0
            self.connection.call(node.bus, node.path, interface, method, arguments, None, 0, 20000, None, answered)

        for node in level:
            ask(node, ACCESSIBLE, 'GetRoleName', None, lambda node, role: setattr(node, 'role', role))
            ask(node, ACCESSIBLE, 'GetState', None, lambda node, low_high: setattr(node, 'states', low_high[0] | low_high[1] << 32))
            ask(node, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', [ACCESSIBLE]),
                lambda node, found: node.__dict__.update(name=found.get('Name', ''), description=found.get('Description', '')))
            ask(node, ACCESSIBLE, 'GetChildren', None,
                lambda node, below: setattr(node, 'children', [Node(bus, path, node) for bus, path in below]))
        while waiting:
            context.iteration(True)
        return [child for node in level for child in node.children]

    def read(self):
        """The program's tree as it is now."""
        root = Node(self.bus, ROOT, None)
        level = [root]
        while level:
            level = self._ask(level)
        return root
