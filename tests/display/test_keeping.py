"""What a person says and does is on the disk at once, and accidents to it are told in plain words."""

import json
import pathlib
import re

from lowtide_driver import Failure, Program, run_tests, wait_for
import person

ROUTINE = 'Piriformis essentials'
PROFILE = 'profile.json'
DIARY = 'diary.json'
DAMAGED = '{"version": 2, "conditions": ["osteopo'
# GTK 4.8 names the buttons of such a dialog twice.
OK = re.compile(r'\bOK$')


class Kept(Program):
    """The program of somebody welcomed, but for the files that are named."""

    def __init__(self, files):
        super().__init__(stored=lambda data_home: self._store(data_home, files))

    def _store(self, data_home, files):
        person.write_answered(data_home)
        self.folder = pathlib.Path(data_home, 'lowtide')
        for name, text in files.items():
            self.folder.joinpath(name).write_text(text, encoding='utf-8')

    def read(self, name):
        return self.folder.joinpath(name).read_text(encoding='utf-8')

    def find_session(self):
        """The newest session of the diary on the disk, or None."""
        if not self.folder.joinpath(DIARY).exists():
            return None
        sessions = json.loads(self.read(DIARY)).get('sessions')
        return sessions[-1] if sessions else None


def demand(what, is_so):
    if not is_so:
        raise Failure(what)


def close_alert(program, heading):
    program.wait(heading)
    program.press(OK, role='push button')
    program.wait_until_gone(heading)


def test_truncated(program):
    """A file that is cut off is told of and set aside, and the questions are asked anew"""
    close_alert(program, 'What You Told Lowtide Cannot Be Read')
    demand('the damaged file is not kept', program.read(PROFILE + '.damaged-1') == DAMAGED)
    program.wait(re.compile('Welcome'))


def make_newer():
    """A profile of somebody without warning signs, written by a program of years to come."""
    profile = person.make_profile()
    profile.update({'version': 99, 'conditions': ['osteoporosis'], 'mood': {'today': [1.5, None]}})
    profile['screening']['answers'][0]['sure'] = 0.5
    return profile


NEWER = make_newer()


def test_newer(program):
    """A file of a newer version is told of, and left as it was but for what is changed"""
    close_alert(program, 'A Newer Lowtide Was Used Before')
    demand('the file has changed', json.loads(program.read(PROFILE)) == NEWER)
    program.press('Flare-up mode', role='check box')
    wait_for('a change on the disk', lambda: 'flare_since' in json.loads(program.read(PROFILE)))
    kept = json.loads(program.read(PROFILE))
    del kept['flare_since']
    demand('something of the newer version is lost', kept == NEWER)


def test_two_accidents(program):
    """Two accidents are told of one after the other"""
    for _ in range(2):
        program.press(OK, role='push button')
    wait_for('the end of the dialogs', lambda: program.find(OK, role='push button') is None)


def test_session(program):
    """Each step of a session is on the disk when it is finished, so that a crash loses none"""
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')
    program.begin_session()
    program.press('Start session', role='push button')
    program.press('Skip this move', role='push button')
    wait_for('the step on the disk',
             lambda: (program.find_session() or {'steps': [{}]})['steps'][0].get('outcome')
             in ('skipped', 'partly'))
    session = program.find_session()
    demand('the session has ended', session['ended'] is None and not session['completed'])
    demand('a step was passed over', session['steps'][1]['outcome'] == 'pending')


# What lies in the folder when the program of each test starts.
PREPARED = [
    (test_truncated, {PROFILE: DAMAGED}),
    (test_newer, {PROFILE: json.dumps(NEWER)}),
    (test_two_accidents, {DIARY: DAMAGED, PROFILE: json.dumps(NEWER)}),
    (test_session, {}),
]


def main():
    files = iter([files for _, files in PREPARED])
    run_tests([test for test, _ in PREPARED], lambda: Kept(next(files)))


if __name__ == '__main__':
    main()
