"""The stored data of a person, for programs under test.

A fresh program begins with Welcome; most tests are about what comes after it. write_answered() stores
somebody who has read it and has no warning sign, in a folder that is to be XDG_DATA_HOME.
"""

import datetime
import json
import os
import pathlib

FOLDER = 'lowtide'


def today(days_ago=0):
    return (datetime.date.today() - datetime.timedelta(days=days_ago)).isoformat()


def question_ids():
    path = pathlib.Path(os.environ['LOWTIDE_CATALOG_DIR'], 'screening.json')
    return [question['id'] for question in json.loads(path.read_text())['questions']]


def answer(word='no', day=None, **more):
    return {'answer': word, 'answered': day or today(), **more}


def make_profile(day=None, cleared=None, **answers):
    """Everything answered with no on the day, but for what is named: weak_leg=answer('yes')."""
    given = {question: answer(day=day) for question in question_ids()}
    given.update({name.replace('_', '-'): value for name, value in answers.items()})
    entries = [{'question': question, **value} for question, value in given.items()]
    return {'welcomed': day or today(), 'screening': {'cleared': cleared, 'answers': entries}}


def make_diary(worst=2):
    """A check-in of just now: a little pain in the left buttock."""
    now = datetime.datetime.now().astimezone().isoformat(timespec='seconds')
    return {'checkins': [{'when': now, 'zones': {'buttock-left': worst}, 'flags': {'left': [], 'right': []}}]}


def make_checkin(days_ago=0, left=(), right=(), **zones):
    """buttock_left=3 and so on; left and right are what the legs feel besides."""
    when = datetime.datetime.now().astimezone() - datetime.timedelta(days=days_ago)
    return {'when': when.isoformat(timespec='seconds'),
            'zones': {zone.replace('_', '-'): score for zone, score in zones.items()},
            'flags': {'left': list(left), 'right': list(right)}}


def write(data_home, profile, diary=None):
    folder = pathlib.Path(data_home, FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / 'profile.json').write_text(json.dumps(profile))
    if diary is not None:
        (folder / 'diary.json').write_text(json.dumps(diary))


def write_answered(data_home):
    write(data_home, make_profile(), make_diary())
