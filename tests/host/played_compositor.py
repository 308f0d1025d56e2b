"""A Wayland compositor that knows nothing but idleness, and a client that makes input in KWin.

Both speak the wire themselves: a message is the id of an object, size and opcode, and arguments.
"""

import os
import socket
import struct
import threading

from presence_parts import wait_for

DISPLAY_ID = 1


def pack_string(text):
    data = text.encode() + b'\0'
    return struct.pack('=I', len(data)) + data + b'\0' * (-len(data) % 4)


def unpack_string(data, offset):
    """Returns the text, and where the next argument begins."""
    length, = struct.unpack_from('=I', data, offset)
    text = data[offset + 4:offset + 3 + length].decode()
    return text, offset + 4 + length + (-length % 4)


class Wire:
    """One end of a connection."""

    def __init__(self, end):
        self._end = end
        self._buffer = b''

    def send(self, object_id, opcode, arguments=b''):
        self._end.sendall(struct.pack('=II', object_id, (8 + len(arguments)) << 16 | opcode)
                          + arguments)

    def receive(self):
        """Returns the next object, opcode and arguments, or None at the end."""
        while True:
            if len(self._buffer) >= 8:
                object_id, word = struct.unpack_from('=II', self._buffer)
                size = word >> 16
                if len(self._buffer) >= size:
                    message = self._buffer[8:size]
                    self._buffer = self._buffer[size:]
                    return object_id, word & 0xffff, message
            try:
                data = self._end.recv(4096)
            except OSError:
                return None
            if not data:
                return None
            self._buffer += data

    def close(self):
        try:
            self._end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._end.close()


class Notification:
    """What the client asked for: whether inhibitors count as activity, and after how long."""

    def __init__(self, is_aware, after_ms):
        self.is_aware = is_aware
        self.after_ms = after_ms


class Compositor:
    """Takes one client after the other; the test tells them about idleness."""

    def __init__(self, world, version=2, has_seat=True):
        self.notifications = {}
        self._globals = [(1, 'ext_idle_notifier_v1', version)] if version else []
        self._globals += [(2, 'wl_seat', 7)] if has_seat else []
        self._objects = {}
        self._registry = None
        self._wire = None
        self._path = os.path.join(world.environment['XDG_RUNTIME_DIR'], 'wl-played')
        world.environment['WAYLAND_DISPLAY'] = 'wl-played'
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self._path)
        self._listener.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                end, _ = self._listener.accept()
            except OSError:
                return
            self.notifications = {}
            self._objects = {DISPLAY_ID: 'wl_display'}
            self._wire = Wire(end)
            while (message := self._wire.receive()) is not None:
                self._handle(*message)

    def _handle(self, object_id, opcode, arguments):
        kind = self._objects.get(object_id)
        if kind == 'wl_display' and opcode == 0:
            callback, = struct.unpack('=I', arguments)
            self._wire.send(callback, 0, struct.pack('=I', 0))
            self._wire.send(DISPLAY_ID, 1, struct.pack('=I', callback))
        elif kind == 'wl_display':
            self._registry, = struct.unpack('=I', arguments)
            self._objects[self._registry] = 'wl_registry'
            for each in self._globals:
                self._announce(*each)
        elif kind == 'wl_registry':
            interface, offset = unpack_string(arguments, 4)
            _, new_id = struct.unpack_from('=II', arguments, offset)
            self._objects[new_id] = interface
        elif kind == 'ext_idle_notifier_v1' and opcode in (1, 2):
            new_id, after_ms, _ = struct.unpack('=III', arguments)
            self._objects[new_id] = 'ext_idle_notification_v1'
            self.notifications[new_id] = Notification(opcode == 1, after_ms)
        elif kind == 'ext_idle_notification_v1':
            del self._objects[object_id]
            del self.notifications[object_id]
            self._wire.send(DISPLAY_ID, 1, struct.pack('=I', object_id))

    def _announce(self, name, interface, version):
        self._wire.send(self._registry, 0, struct.pack('=I', name) + pack_string(interface)
                        + struct.pack('=I', version))

    def add_seat(self):
        self._globals.append((2, 'wl_seat', 7))
        self._announce(*self._globals[-1])

    def remove_seat(self):
        self._globals.remove((2, 'wl_seat', 7))
        self._wire.send(self._registry, 1, struct.pack('=I', 2))

    def tell(self, event, is_aware, after_ms):
        """Tells of `idled` or `resumed` by the one notification that was asked for so."""
        def find():
            found = [number for number, each in list(self.notifications.items())
                     if (each.is_aware, each.after_ms) == (is_aware, after_ms)]
            return found[0] if len(found) == 1 else None
        self._wire.send(wait_for('the notification', find), ('idled', 'resumed').index(event))

    def stop(self):
        self._listener.close()
        # A thread that accepts holds the listener until somebody comes.
        last = socket.socket(socket.AF_UNIX)
        try:
            last.connect(self._path)
        except OSError:
            pass
        last.close()
        if self._wire is not None:
            self._wire.close()
        os.unlink(self._path)


class FakeInput:
    """Moves the mouse of a KWin that was started without a check of permissions."""

    def __init__(self, path):
        end = socket.socket(socket.AF_UNIX)
        end.connect(path)
        end.settimeout(10)
        self._wire = Wire(end)
        self._wire.send(DISPLAY_ID, 1, struct.pack('=I', 2))
        self._wire.send(DISPLAY_ID, 0, struct.pack('=I', 3))
        name, version = self._find('org_kde_kwin_fake_input')
        self._wire.send(2, 0, struct.pack('=I', name) + pack_string('org_kde_kwin_fake_input')
                        + struct.pack('=II', version, 4))
        self._wire.send(4, 0, pack_string('Lowtide') + pack_string('a test'))

    def _find(self, wanted):
        found = None
        while True:
            object_id, opcode, arguments = self._wire.receive()
            if object_id == 3:
                return found
            if object_id == 2 and opcode == 0:
                name, = struct.unpack_from('=I', arguments)
                interface, offset = unpack_string(arguments, 4)
                if interface == wanted:
                    version, = struct.unpack_from('=I', arguments, offset)
                    found = name, min(version, 2)

    def move(self):
        self._wire.send(4, 1, struct.pack('=ii', 5 << 8, 5 << 8))
