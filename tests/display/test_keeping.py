"""What a person has said and done is there the next time, and accidents to it are told in plain words."""

import json
import os
import re
import shutil

from lowtide_driver import Failure, Program, run_tests

FOLDER = os.path.join(os.environ['XDG_DATA_HOME'], 'lowtide')
PROFILE = os.path.join(FOLDER, 'profile.json')
DIARY = os.path.join(FOLDER, 'diary.json')
DAMAGED = '{"version": 2, "conditions": ["osteopo'
# GTK 4.8 names the buttons of such a dialog twice.
OK = re.compile(r'\bOK$')
NEWER = {'version': 99, 'conditions': ['osteoporosis'], 'side': 'both', 'mood': {'today': [1.5, None]}}


def put(path, text):
    os.makedirs(FOLDER, mode=0o700, exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def get(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def demand(what, is_so):
    if not is_so:
        raise Failure(what)


def close_alert(program, heading):
    program.wait(heading)
    program.press(OK, role='push button')
    program.wait_until_gone(heading)


def test_truncated(program):
    """A file that is cut off is told of and set aside"""
    close_alert(program, 'What You Told Lowtide Cannot Be Read')
    demand('the damaged file is not kept', get(PROFILE + '.damaged-1') == DAMAGED)


def test_newer(program):
    """A file of a newer version is told of, and left as it was"""
    close_alert(program, 'A Newer Lowtide Was Used Before')
    demand('the file has changed', json.loads(get(PROFILE)) == NEWER)


def test_both(program):
    """Two accidents are told of one after the other"""
    for _ in range(2):
        program.press(OK, role='push button')
    program.wait_for_windows(1)


# What lies in the folder when the program of each test starts.
PREPARED = [
    (test_truncated, {PROFILE: DAMAGED}),
    (test_newer, {PROFILE: json.dumps(NEWER)}),
    (test_both, {PROFILE: DAMAGED, DIARY: DAMAGED}),
]


def main():
    folders = iter([files for _, files in PREPARED])

    def prepare_and_start():
        shutil.rmtree(FOLDER, ignore_errors=True)
        for path, text in next(folders).items():
            put(path, text)
        return Program()

    run_tests([test for test, _ in PREPARED], prepare_and_start)


if __name__ == '__main__':
    main()
