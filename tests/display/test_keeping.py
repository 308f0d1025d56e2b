"""What a person says and does is on the disk at once, and accidents to it are told in plain words."""

import contextlib
import json
import pathlib
import re
import sqlite3

from lowtide_driver import Failure, Program, run_tests, wait_for
import person

ROUTINE = 'Piriformis essentials'
PROFILE = 'profile.json'
DIARY = 'diary.json'
JOURNAL = 'journal.sqlite'
NO_JOURNAL = 'This is no journal, however long it may be. ' * 50
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

    def query(self, sql):
        """The rows of the journal on the disk; none as long as there is no such table."""
        path = self.folder.joinpath('journal.sqlite')
        with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as journal:
            return journal.execute(sql).fetchall()

    def read_profile(self):
        return json.loads(self.query("SELECT json FROM documents WHERE name = 'profile'")[0][0])


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
    """A profile of a newer version is told of, and left as it was but for what is changed"""
    close_alert(program, 'A Newer Lowtide Was Used Before')
    demand('the profile has changed', program.read_profile() == NEWER)
    program.press('Flare-up mode', role='check box')
    wait_for('a change on the disk', lambda: 'flare_since' in program.read_profile())
    kept = program.read_profile()
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
    steps = 'SELECT outcome FROM steps ORDER BY place'
    wait_for('the step on the disk', lambda: program.query(steps)[:1] in ([('skipped',)], [('partly',)]))
    demand('the session has ended', program.query('SELECT ended_s, is_completed FROM sessions') == [(None, 0)])
    demand('a step was passed over', program.query(steps)[1] == ('pending',))


def test_mode(program):
    """The journal is for its owner alone, and the day's copy is beside it"""
    wait_for('the copy of the day', lambda: list(program.folder.glob('backups/journal-*.sqlite')),
             seconds=20)
    demand('the folder is open to others', program.folder.stat().st_mode & 0o777 == 0o700)
    for path in program.folder.glob('**/*.sqlite*'):
        demand(f'{path.name} is open to others', path.stat().st_mode & 0o777 == 0o600)


def test_damaged(program):
    """A damaged journal is set aside and told of, and the warning signs are asked anew"""
    close_alert(program, 'Your Journal Was Damaged')
    demand('it is not kept', program.folder.joinpath('journal.sqlite.damaged-1').read_text() == NO_JOURNAL)


# What lies in the folder when the program of each test starts.
PREPARED = [
    (test_truncated, {PROFILE: DAMAGED}),
    (test_newer, {PROFILE: json.dumps(NEWER)}),
    (test_two_accidents, {DIARY: DAMAGED, PROFILE: json.dumps(NEWER)}),
    (test_session, {}),
    (test_mode, {}),
    (test_damaged, {JOURNAL: NO_JOURNAL}),
]


def main():
    files = iter([files for _, files in PREPARED])
    run_tests([test for test, _ in PREPARED], lambda: Kept(next(files)))


if __name__ == '__main__':
    main()
