"""The way of the keyboard through a screen, as somebody goes who has no mouse.

The focus is followed by what the program tells a screen reader of it, so that a step takes no longer than
the program itself.
"""

import time

from gi.repository import Atspi, GLib

from lowtide_driver import PATIENCE, Failure

TAB, RETURN, ESCAPE, SPACE, RIGHT = 0xff09, 0xff0d, 0xff1b, 0x20, 0xff53
SECONDS_A_STEP = 2

# No screen has more stops; the keyboard goes in circles that do not come round.
MAX_STOPS = 200


class Keyboard:
    """Presses keys and watches where the focus goes. `with Keyboard() as keyboard:`"""

    EVENT = 'object:state-changed:focused'

    def __init__(self):
        self._listener = Atspi.EventListener.new(self._focused_cb)
        self._reached = []

    def __enter__(self):
        self._listener.register(self.EVENT)
        return self

    def __exit__(self, *_):
        self._listener.deregister(self.EVENT)
        return False

    def _focused_cb(self, event):
        if event.detail1:
            self._reached.append(event.source.path)

    def _listen(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    @staticmethod
    def strike(key):
        """Presses a key that need not move the focus."""
        Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)

    def press(self, key):
        """Presses a key, and returns the path of what has the focus then; None when it stays."""
        self._listen()
        self._reached.clear()
        self.strike(key)
        deadline = time.monotonic() + SECONDS_A_STEP * PATIENCE
        while not self._reached and time.monotonic() < deadline:
            time.sleep(0.002)
            self._listen()
        return self._reached[-1] if self._reached else None

    def walk_to(self, paths):
        """Presses Tab until the focus is at one of them, and returns which."""
        for _ in range(MAX_STOPS):
            path = self.press(TAB) or self.press(TAB)
            if path in paths:
                return path
            if path is None:
                break
        raise Failure(f'Tab does not lead to {paths}')

    def go_round(self):
        """Presses Tab until a stop comes again. Returns the stops, as paths, and the one that came again,
        which is not the first when the focus was caught; None when it stayed where it was."""
        stops = []
        while len(stops) < MAX_STOPS:
            path = self.press(TAB)
            if path is None or path in stops:
                return stops, path
            stops.append(path)
        raise Failure(f'Tab finds new places after {MAX_STOPS}')
