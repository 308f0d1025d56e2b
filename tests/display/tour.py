"""Leads through every screen of the program: for tests of what all screens owe.

Tour(program, visit).walk() calls visit(screen, window) whenever a screen is there: a word for messages,
and what the window says, a scene.Thing. With say, which translates a text, it finds its way in another
language. The program is lowtide-by-hand with Touring's settings, so that nothing has to be waited for.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from gi.repository import GLib

import person
from guide import Guide
from keyboard import ESCAPE
from lowtide_driver import Program, wait_for

ROUTINE = 'Piriformis essentials'
MOVE = 'Ball on the wall'
MOVE_TO_AVOID = 'Downward dog'
ARTICLE = 'Running'
SADDLE = ('Numbness, tingling or a changed feeling around your genitals, back passage or inner thighs, or '
          'when you wipe?')
POSTNATAL = 'Have you given birth in the last 12 weeks, or had a caesarean?'
WINDOWS = [('_Preferences', 'Preferences'), ('_Warning Signs', 'Warning Signs'),
           ('_Keyboard Shortcuts', 'Shortcuts'), ('_About Lowtide', 'About')]
# The pages of Preferences that are not shown at first, and what is on them alone.
PREFERENCES = [('Answers', 'Whom to call'), ('Orders', 'What moves do'),
               ('Left Out', 'Left out for now'), ('Reminders', 'Remind me to stand up'),
               ('Voice', 'What is said')]
# No phase of the short catalogue is longer than that.
PHASE_SECONDS = 10
# How it is now is not asked again right after a session.
HOURS_UNTIL_ASKED = 6
# Beginnings of what the pill of a phase says; the session is watched until all have been seen.
PHASES = ['Get into position', 'Hold', 'Rest', 'Switch sides']


class ShortCatalogue:
    """A copy of the catalogue in which the moves of a routine are over soon.

    `with ShortCatalogue() as folder:`. Each has the phases there are: two holds with a rest in between,
    on two sides.
    """

    DOSE = {'kind': 'hold', 'seconds': 5, 'reps': None, 'sets': 2, 'restSeconds': 5}

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix='lowtide-catalogue-')
        folder = pathlib.Path(self._temporary.name, 'catalog')
        shutil.copytree(os.environ['LOWTIDE_CATALOG_DIR'], folder)
        path = folder / 'movements' / 'ball-wall-piriformis.json'
        movement = json.loads(path.read_text())
        movement['dose'] = self.DOSE
        path.write_text(json.dumps(movement))
        path = folder / 'routines' / 'piriformis-essentials.json'
        routine = json.loads(path.read_text())
        routine['steps'] = [{'movement': 'ball-wall-piriformis'}, {'movement': 'walk-in-place'}]
        routine['equipment'] = ['ball', 'chair', 'wall']
        routine['minutes'] = 2
        path.write_text(json.dumps(routine))
        return str(folder)

    def __exit__(self, *_):
        self._temporary.cleanup()


def has_window_manager():
    said = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], check=True, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout
    return 'window id' in said


class Touring(Program):
    """The program of somebody with two weeks behind them, on a clock that stands at the person's time.

    Nothing slides or fades. scale is how large letters are.
    """

    def __init__(self, scale=1, environment=None):
        person.stand_still()
        self._settings = tempfile.TemporaryDirectory(prefix='lowtide-settings-')
        folder = pathlib.Path(self._settings.name, 'gtk-4.0')
        folder.mkdir()
        (folder / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=0\n'
                                             f'gtk-xft-dpi={int(96 * 1024 * scale)}\n')
        super().__init__(environment={'XDG_CONFIG_HOME': self._settings.name, **(environment or {})},
                         stored=self._store)

    def __enter__(self):
        """With a window manager: without one nobody gives the focus back when a dialog is closed."""
        self._manager = subprocess.Popen(['openbox'], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
        wait_for('the window manager', has_window_manager)
        return super().__enter__()

    def __exit__(self, *how):
        try:
            return super().__exit__(*how)
        finally:
            self._manager.terminate()
            self._manager.wait()

    @staticmethod
    def _store(data_home):
        person.write(data_home, person.make_profile(), person.make_retreat())

    def advance(self, seconds):
        self.activate_action('advance-clock', GLib.Variant('u', seconds))


class Tour(Guide):
    """One way through all screens."""

    def __init__(self, program, visit, say=str):
        super().__init__(program, say)
        self._visit = visit

    def walk(self):
        with self:
            self._visit_views()
            self._visit_checkin()
            self._visit_moves()
            self._visit_lore()
            self._visit_windows()
            self._visit_dialogs()
            self._visit_packs()
            self._visit_session()
            self._visit_hurts()
            self._visit_ease()
            self._visit_signs()

    def _stop_at(self, screen):
        self._visit(screen, self.window)

    def _arrive(self, screen, sign, role=None):
        self._wait(sign, role)
        if screen.startswith('It hurts'):
            self._advance(1)                    # what is pressed sooner was meant for the screen before
        self._stop_at(screen)

    def _advance(self, seconds):
        self._program.advance(seconds)
        self._is_fresh = False

    def _go_home(self, tab='Today'):
        self._press('Back')
        self._press(tab, role='page tab')

    def _visit_views(self):
        self._arrive('Today', 'Start heat')
        self._press('Routines', role='page tab')
        self._arrive('Routines', ROUTINE, 'push button')
        self._press('Progress', role='page tab')
        self._arrive('Progress', 'How far down it reaches')
        self._press('Show as a table')
        self._arrive('Progress as a table', 'Show as a table')
        self._press('Moves', role='page tab')
        self._arrive('Moves', 'Search moves')

    def _visit_checkin(self):
        self._press('Today', role='page tab')
        self._press('Check in on the body map')
        self._arrive('Check-in', 'Same as earlier today', 'push button')
        self._press(re.compile(re.escape(self._say('Left calf'))))
        self._arrive('A score', re.compile('^⟦*5:'), 'push button')
        self._strike(ESCAPE)
        self._press('Put right')
        self._arrive('A check-in that is put right', 'Cancel', 'push button')
        self._go_home('Moves')

    def _visit_moves(self):
        self._enter('Search moves', self._say('toe touch'))
        self._arrive('Search', 'Do this instead')
        self._enter('Search moves', self._say(MOVE))
        self._press(MOVE)
        self._arrive('A move', 'Muscles')
        self._press('This hurt me')
        self._arrive('A move that hurt', 'Weak or giving way', 'push button')
        self._leave_window()
        self._go_home('Moves')
        self._enter('Search moves', self._say(MOVE_TO_AVOID))
        self._press(MOVE_TO_AVOID)
        self._wait('Back', 'push button')
        self._arrive('A move to avoid', 'Do this instead')
        self._go_home('Moves')
        self._enter('Search moves', '')

    def _visit_lore(self):
        self._press('Today', role='page tab')
        self._choose_in_menu('_Good to Know')
        self._arrive('Good to know', 'Day by day')
        self._press(ARTICLE, role='list item')
        self._arrive('An article', 'Tips')
        self._press('Back')
        self._wait('Day by day')
        self._go_home()

    def _visit_windows(self):
        for item, screen in WINDOWS:
            self._open_menu()
            self._wait_for_item(item)
            self._stop_at('Main menu')
            self._go_to_item(item)
            self._wait_for_window()
            self._stop_at(screen)
            if screen == 'Preferences':
                self._visit_preferences()
            self._leave_window()

    def _visit_preferences(self):
        for page, sign in PREFERENCES:
            self._press(page, role='page tab')
            self._arrive(f'Preferences: {page}', sign)
        self._press('About You', role='page tab')
        self._press('Erase everything')
        self._arrive('A message', self._plain('_Cancel'), 'push button')
        self._press(self._plain('_Cancel'))
        self._wait('Answers', 'page tab')

    def _visit_dialogs(self):
        self._press('Today', role='page tab')
        self._press('Print')
        self._arrive('Print', 'Large print', 'check box')
        self._leave_window()
        self._press('Progress', role='page tab')
        self._press('Report for your clinician')
        self._arrive('Report', 'Paper')
        self._leave_window()

    def _visit_packs(self):
        self._press('Today', role='page tab')
        self._press('Start heat')
        self._arrive('A warm pack', 'Yes', 'push button')
        self._press('No')
        self._arrive('No warm pack', 'The numbness is new')
        self._leave_window()
        self._press('Start heat')
        self._press('Yes')
        self._arrive('A warm pack that is on', 'Taken off')
        self._advance(5 * 60)
        self._arrive('A look at the skin', 'Skin is fine')
        self._press('Skin is fine')
        self._press('Taken off')

    def _begin(self):
        self._press('Routines', role='page tab')
        self._press(ROUTINE)
        self._press('Start')

    def _visit_ease(self):
        self._advance(HOURS_UNTIL_ASKED * 3600)
        self._begin()
        self._choose('How far down does it hurt?', 'Buttock')
        self._choose('On which side?', 'Left')
        self._choose('Back or buttock, 0 to 10', '8')
        self._press('Continue')
        self._arrive('Ease', 'To Today', 'push button')
        self._press('To Today')

    def _visit_session(self):
        self._press('Routines', role='page tab')
        self._press(ROUTINE)
        self._arrive('A routine', 'Start', 'push button')
        self._press('Start')
        self._arrive('How is it now', 'Same as last time', 'push button')
        self._press('Same as last time')
        self._arrive('Before you start', 'Start session', 'push button')
        self._press('Start session')
        self._wait('Pause', 'push button')
        self._advance(1)                        # keys pressed sooner were meant for the screen before
        self._visit_phases()
        self._press('Pause')
        self._arrive('Paused', 'Resume', 'push button')
        self._program.key('F11')
        self._arrive('Far view', 'Far view', 'panel')
        self._program.key('Tab')
        self._wait('Resume', 'push button')

    def _visit_phases(self):
        for beginning in PHASES:
            pattern = re.compile(self._say(beginning + '.*'))
            self._program.key('shift')          # somebody is there: the far view does not come
            for _ in range(PHASE_SECONDS):
                if self.look().find(pattern, 'label'):
                    break
                self._advance(1)
            self._arrive(f'Session: {beginning}', pattern, 'label')

    def _visit_hurts(self):
        """Each answer leads to another question, the last of them to the finish."""
        self._press('It hurts')
        self._arrive('It hurts', 'Weak or giving way', 'push button')
        self._press('Pulling, stretching, tired muscle')
        self._arrive('It hurts: a pull', 'Go on', 'push button')
        self._press('Go on')
        self._press('It hurts')
        self._press('Burning, electric, tingling or numb')
        self._arrive('It hurts: wait', 'Yes, it has gone back')
        self._press('Yes, it has gone back')
        self._press('It hurts')
        self._press('Ache in the back or buttock')
        self._arrive('It hurts: how much', '10', 'push button')
        self._press('Stop the session')
        self._arrive('Finish', 'Done', 'push button')
        self._press('Done')

    def _open_answers(self):
        self._choose_in_menu('_Preferences')
        self._press('Answers', role='page tab')
        self._arrive('Answers', 'See Welcome again')

    def _visit_signs(self):
        """Welcome, with an answer that blocks and is mended, and one that stays."""
        self._open_answers()
        self._press('See Welcome again', role='list item')
        self._arrive('Welcome', 'I have read this')
        self._press('Continue')
        self._arrive('Questions', 'None of these', 'push button')
        self._choose(SADDLE, 'Yes')
        self._arrive('A sign', 'What to do now', 'push button')
        self._press('What to do now')
        self._arrive('What to do', 'Get emergency help now')
        self._press('A clinician has checked me and says exercise is fine')
        self._arrive('A message about a sign', 'Yes, exercise is fine', 'push button')
        self._leave_window()
        self._press('Back to Lowtide')
        self._wait('First, the rare signs')
        self._choose(SADDLE, 'No')
        self._press('None of the others')
        for title in ['Signs to phone about', 'Signs to mention']:
            self._wait(title)
            self._press('None of these')
        self._wait('A little about you')
        self._choose(POSTNATAL, 'Yes')
        self._stop_at('A question with more')
        self._press('None of the others')
        self._arrive('Welcome, about you', 'Side that hurts')
        self._press('Continue')
        self._arrive('Welcome, reminders', 'Remind me to stand up')
        self._press('Done')
        self._arrive('Today with a notice', 'Read more about your warning-sign answers')
        self._press('Read more about your warning-sign answers')
        self._arrive('What answers come to', 'Worth telling a doctor or physiotherapist')
