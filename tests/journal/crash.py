"""Kills the program and its agent again and again while both write to one journal.

  crash.py VICTIM [--kills N] [--seed N] [--tap]

Each round starts the two writers, lets them write for a random while, and kills each with SIGKILL.
Then the file, and every copy that was made of it, must pass SQLite's check and hold everything that
was reported as written, whole. The test suite does a short run; by hand: `--kills 1000`.
"""

import argparse
import collections
import datetime
import glob
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# A round lasts at most so long: from before the file is open to some dozens of things written.
LONGEST_SECONDS = 0.25
# How far apart rounds begin: each has a day, and so a copy, of its own.
ROUND_SECONDS = 86400
FIRST_SECOND = 1700000000
TABLES = ('sessions', 'hurts', 'checkins', 'packs', 'breaks')
ANSWERS = {'before', 'after', 'hour-after', 'morning'}


class Victim:
    """One of the writers, from its start to its end."""

    def __init__(self, program, folder, name, second):
        # Without a buffer: what had come into one with the first line would be missed at the end.
        self.process = subprocess.Popen([program, folder, name, str(second)], bufsize=0,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def wait_until_ready(self):
        if self.process.stdout.readline() != b'ready\n':
            raise AssertionError(f'it does not start: {self.process.stderr.read().decode()}')

    def kill(self):
        """Returns what was reported before the kill, as pairs of a table and a second."""
        if self.process.poll() is not None:
            raise AssertionError(f'it ended by itself: {self.process.stderr.read().decode()}')
        self.process.send_signal(signal.SIGKILL)
        output, _ = self.process.communicate()
        # A line that was cut off was not reported.
        lines = [line.split() for line in output.decode().split('\n')[:-1]]
        return {(table, int(second)) for table, second in lines}


def kill_both(program, folder, second, chance):
    victims = [Victim(program, folder, name, second) for name in ('program', 'agent')]
    for victim in victims:
        victim.wait_until_ready()
    reported = set()
    left = sorted((chance.uniform(0, LONGEST_SECONDS), i) for i in range(len(victims)))
    began = time.monotonic()
    for until, i in left:
        time.sleep(max(0, began + until - time.monotonic()))
        reported |= victims[i].kill()
    return reported


def check(connection):
    verdict = connection.execute('PRAGMA integrity_check').fetchall()
    if verdict != [('ok',)]:
        raise AssertionError(f'the file is damaged: {verdict[:3]}')
    if connection.execute('PRAGMA foreign_key_check').fetchall():
        raise AssertionError('something belongs to a session that is not there')


def find_answered(connection):
    """Returns the seconds of the sessions that are whole to the last answer."""
    rows = connection.execute(
        'SELECT at_s, ended_s, effort, (SELECT count(*) FROM steps WHERE session = id),'
        ' (SELECT group_concat(moment) FROM answers WHERE session = id) FROM sessions').fetchall()
    if len({steps for *_, steps, _ in rows}) > 1 or any(steps == 0 for *_, steps, _ in rows):
        raise AssertionError('a session without some of its steps')
    return {at for at, ended, effort, _, answers in rows
            if ended == at and effort == 3 and set((answers or '').split(',')) == ANSWERS}


def find_flare(connection):
    """Returns the day that the profile was last changed to, as seconds."""
    row = connection.execute("SELECT json_extract(json, '$.flare_since') FROM documents"
                             " WHERE name = 'profile'").fetchone()
    if row is None:
        return 0
    day = datetime.date.fromisoformat(row[0])
    return int(datetime.datetime(day.year, day.month, day.day,
                                 tzinfo=datetime.timezone.utc).timestamp())


def find_lost(path, reported):
    """Returns what was reported and is not in the file, once that has passed the check."""
    connection = sqlite3.connect(path)
    check(connection)
    # Killed before the tables were there: then nothing was reported either.
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchall():
        return reported
    there = {(table, second) for table in TABLES
             for second, in connection.execute(f'SELECT at_s FROM {table}')}
    there |= {('answers', second) for second in find_answered(connection)}
    flare = find_flare(connection)
    connection.close()
    # The profile is one text that tells the day of its last change.
    return {(table, second) for table, second in reported - there
            if table != 'documents' or second - second % 86400 > flare}


def check_copies(folder):
    copies = glob.glob(os.path.join(folder, 'backups', 'journal-*.sqlite'))
    for copy in copies:
        connection = sqlite3.connect(f'file:{copy}?mode=ro', uri=True)
        check(connection)
        connection.close()
    return len(copies)


def run(program, kills, seed):
    chance = random.Random(seed)
    reported = set()
    with tempfile.TemporaryDirectory(prefix='lowtide-crash-') as folder:
        path = os.path.join(folder, 'journal.sqlite')
        for kill in range(kills):
            reported |= kill_both(program, folder, FIRST_SECOND + ROUND_SECONDS * kill, chance)
            is_there = os.path.exists(path) and os.path.getsize(path) > 0
            lost = find_lost(path, reported) if is_there else reported
            if lost:
                raise AssertionError(f'kill {kill + 1}: reported, not there: {sorted(lost)[:5]}')
            check_copies(folder)
        copies = check_copies(folder)
    return collections.Counter(table for table, _ in reported), copies


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('victim')
    parser.add_argument('--kills', type=int, default=25)
    parser.add_argument('--seed', type=int, default=None)
    parser.add_argument('--tap', action='store_true')
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    summary = f'after {options.kills} kills of two writers everything reported is there'
    began = time.monotonic()
    try:
        counts, copies = run(options.victim, options.kills, seed)
        if len(counts) < len(TABLES) + 2:
            raise AssertionError(f'the writers wrote too little: {dict(counts)}')
    except AssertionError as error:
        print(f'seed {seed}: {error}', file=sys.stderr)
        print(f'1..1\nnot ok 1 - {summary}' if options.tap else 'failed')
        sys.exit(1)
    print(f'# {counts.total()} reports: {dict(counts)}; {copies} copies; seed {seed};'
          f' {time.monotonic() - began:.0f} s')
    print(f'1..1\nok 1 - {summary}' if options.tap else summary)


if __name__ == '__main__':
    main()
