"""The stored data of a person, for programs under test.

A fresh program begins with Welcome; most tests are about what comes after it. write_answered() stores
somebody who has read it and has no warning sign, in a folder that is to be XDG_DATA_HOME.
"""

import datetime
import json
import os
import pathlib

FOLDER = 'lowtide'

# Where the clock of lowtide-by-hand stands.
HAND_CLOCK = datetime.datetime(2024, 2, 29, 9, tzinfo=datetime.timezone.utc)

_standing_at = None


def now():
    """The time of the clock on the wall, or where stand_still() stopped it."""
    return _standing_at or datetime.datetime.now().astimezone()


def stand_still():
    """From now on everybody lives at the time at which the clock of lowtide-by-hand stands."""
    global _standing_at
    _standing_at = HAND_CLOCK


def today(days_ago=0):
    return (now().date() - datetime.timedelta(days=days_ago)).isoformat()


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
    when = now().isoformat(timespec='seconds')
    return {'checkins': [{'when': when, 'zones': {'buttock-left': worst}, 'flags': {'left': [], 'right': []}}]}


def make_checkin(days_ago=0, left=(), right=(), **zones):
    """buttock_left=3 and so on; left and right are what the legs feel besides."""
    when = now() - datetime.timedelta(days=days_ago)
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


def at(days_ago, hour=18):
    """The time of the clock on the wall, some days ago."""
    return (now() - datetime.timedelta(days=days_ago)).replace(hour=hour, minute=0, second=0, microsecond=0)


def make_session(number, days_ago, routine='piriformis-essentials'):
    """Led to its end: two moves a side, and one for both at once."""
    began = at(days_ago, 0)
    steps = [{'movement': 'figure-four-supine', 'outcome': 'done', 'left_s': 120, 'right_s': 90, 'both_s': 0},
             {'movement': 'clamshell', 'outcome': 'done', 'left_s': 60, 'right_s': 60, 'both_s': 0},
             {'movement': 'bridge', 'outcome': 'done', 'left_s': 0, 'right_s': 0, 'both_s': 150}]
    return {'id': f'session-{number}', 'began': began.isoformat(),
            'ended': (began + datetime.timedelta(minutes=12)).isoformat(), 'routine': routine,
            'completed': True, 'half_dose': False, 'steps': steps}


def make_hurt(days_ago, session):
    return {'when': at(days_ago, 0).isoformat(), 'session': session, 'movement': 'clamshell', 'kind': 'ache', 'colour': 'amber',
            'action': 'skip', 'score': 6, 'bench_days': 14, 'was_amber': False, 'no_nerve_tension': False,
            'rest_day': False, 'asks_screening': False}


def make_break(days_ago, hour):
    return {'when': at(days_ago, hour).isoformat(), 'kind': 'stand', 'length_s': 180, 'sat_s': 1900}


def make_retreat(days=14, both=False):
    """Pain that retreats from the left foot to the buttock, with sessions and breaks."""
    checkins = []
    for day in range(days):
        ago = days - 1 - day
        depth = 4 - min(4, day * 5 // days)             # 4 is the foot
        zones = {zone: max(0, 7 - day * 5 // days - abs(depth - rank)) for rank, zone in
                 enumerate(['low_back', 'buttock_left', 'thigh_left', 'calf_left', 'foot_left'])
                 if rank <= depth}
        if both:
            zones |= {'buttock_right': 2 + day % 2}
        checkins.append(make_checkin(ago, left=['numbness'] if day in (1, 2) else [], **zones))
    past = [ago for ago in range(1, days)]
    sessions = [make_session(ago, ago) for ago in past if ago % 4 != 3]
    return {'checkins': checkins, 'sessions': sessions[::-1],
            'hurts': [make_hurt(days // 2, None)],
            'packs': [{'began': at(1, 0).isoformat(), 'kind': 'heat', 'length_s': 900}],
            'breaks': [make_break(ago, hour) for ago in past[::-1] for hour in (9, 11, 15)]}
