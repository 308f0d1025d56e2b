"""What a screen reader hears of a session: the events on the accessibility bus, on a clock moved by hand.

Orca speaks a change of the name of the window that it is in, and of what has the focus; all else that
happens there it passes over. What is recorded here is what it would say.
"""

import re

from gi.repository import Atspi, GLib

from lowtide_driver import Failure, run_tests, wait_for
from tour import ROUTINE, ShortCatalogue, Touring

EVENT = 'object:property-change:accessible-name'

# Seconds from the start of the session, and the beginning of what is said then.
SPOKEN = [
    (0, 'Ball on the wall. Get into position. Left side. 8 seconds left.'),
    (8, 'Hold, set 1 of 2. Left side. 5 seconds left.'),
    (13, 'Rest and breathe. Set 2 of 2 comes next. 5 seconds left.'),
    (18, 'Hold, set 2 of 2. Left side. 5 seconds left.'),
    (23, 'Turn to the other side: right side now. 5 seconds left.'),
    (28, 'Hold, set 1 of 2. Right side. 5 seconds left.'),
]
PAUSED = re.compile('^Paused. Ball on the wall. Hold, set 1 of 2.')


class Listener:
    """Hears what Orca would say while it is in the window. `with Listener() as listener:`"""

    def __init__(self):
        self._listener = Atspi.EventListener.new(self._named_cb)
        self.heard = []

    def __enter__(self):
        self._listener.register(EVENT)
        return self

    def __exit__(self, *_):
        self._listener.deregister(EVENT)
        return False

    def _named_cb(self, event):
        event.source.clear_cache()
        if (event.source.get_role() == Atspi.Role.FRAME
                or event.source.get_state_set().contains(Atspi.StateType.FOCUSED)):
            self.heard.append(event.source.get_name())

    def listen(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return self.heard

    def wait(self, beginning):
        def has_come():
            return any(re.match(beginning, words) for words in self.listen())
        wait_for(f'"{beginning}" to be said', has_come)


def begin(program):
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')
    program.begin_session()
    program.press('Start session', role='push button')
    program.wait('Pause', role='push button')


def test_session(program):
    """Each phase says what to do, which side and how long, and nothing is said each second"""
    with Listener() as listener:
        begin(program)
        second = 0
        for at, beginning in SPOKEN:
            while second < at:
                program.advance(1)
                second += 1
            listener.wait(re.escape(beginning))
        told = [words for words in listener.heard if words.endswith('left') or '. ' in words]
        if len(told) > len(SPOKEN):
            raise Failure(f'too much is said: {told}')


def test_pause(program):
    """A pause is said, and what goes on after it"""
    with Listener() as listener:
        begin(program)
        program.advance(9)
        program.press('Pause', role='push button')
        listener.wait(PAUSED.pattern)
        program.press('Resume', role='push button')
        listener.wait(r'Ready\? Going on in 5')
        program.advance(5)
        listener.wait(r'Hold, set 1 of 2\. Left side\. 4 seconds left\.')


def test_end(program):
    """The window has its name again when the session is over"""
    begin(program)
    program.wait(re.compile('^Ball on the wall'), role='frame')
    program.press('Stop', role='push button')
    program.wait('Lowtide', role='frame')


if __name__ == '__main__':
    import os
    with ShortCatalogue() as catalogue:
        os.environ['LOWTIDE_CATALOG_DIR'] = catalogue
        run_tests([test_session, test_pause, test_end], Touring)
