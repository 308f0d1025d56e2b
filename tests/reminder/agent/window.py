"""A window that does line by line what it is told: full | normal | title TEXT | open | close."""

import sys

import gi
gi.require_version('Gtk', '4.0')
from gi.repository import GLib, Gtk


class Windows:
    def __init__(self):
        self.loop = GLib.MainLoop()
        self.windows = []
        self.open()

    def open(self):
        self.windows.append(Gtk.Window(title='Window'))
        self.windows[-1].present()

    def obey(self, line):
        window = self.windows[-1] if self.windows else None
        if line == 'full':
            window.fullscreen()
        elif line == 'normal':
            window.unfullscreen()
        elif line == 'open':
            self.open()
        elif line == 'close':
            self.windows.pop().destroy()
        else:
            window.set_title(line.removeprefix('title '))

    def readable(self, channel, _condition):
        line = channel.readline()
        if not line:
            self.loop.quit()
            return False
        self.obey(line.strip())
        return True


Gtk.init()
windows = Windows()
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, windows.readable)
windows.loop.run()
