"""Kills a writer of the journal again and again: what it reported as written must be there.

  crash.py VICTIM [--kills N] [--tap]

Each round starts the writer, lets it write for a random while, and kills it with SIGKILL. Then the
file must pass SQLite's check, and hold every entry that was reported, whole. The longer run of the
closing notes is `--kills 1000`; the tests do a short one.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# A round lasts at most so long: from before the file is open to some dozens of entries.
LONGEST_SECONDS = 0.12


def kill_once(victim, folder, first, chance):
    """Returns the numbers that were reported before the kill."""
    with subprocess.Popen([victim, folder, 'victim', str(first)], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        process.send_signal(signal.SIGKILL)
        output = process.stdout.read()
    # A number that was cut off was not reported.
    return [int(line) for line in output.decode().split('\n')[:-1]]


def look_at(path):
    """Returns the numbers of the whole entries in the file, once it has passed the check."""
    with sqlite3.connect(path) as connection:
        verdict = connection.execute('PRAGMA integrity_check').fetchall()
        if verdict != [('ok',)]:
            raise AssertionError(f'the file is damaged: {verdict[:3]}')
        if connection.execute('PRAGMA foreign_key_check').fetchall():
            raise AssertionError('steps without their session')
        # Killed before the tables were there: then nothing was reported either.
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'steps'").fetchall():
            return set()
        rows = connection.execute('SELECT id, (SELECT count(*) FROM steps WHERE session = id)'
                                  ' FROM sessions').fetchall()
    halves = [name for name, steps in rows if steps != 3]
    if halves:
        raise AssertionError(f'entries that are not whole: {halves[:3]}')
    return {int(name.rpartition('-')[2]) for name, _ in rows}


def run(victim, kills, seed):
    chance = random.Random(seed)
    reported = set()
    with tempfile.TemporaryDirectory(prefix='lowtide-crash-') as folder:
        path = os.path.join(folder, 'journal.sqlite')
        for kill in range(kills):
            first = max(reported, default=0) + 1000 * (kill + 1)
            reported.update(kill_once(victim, folder, first, chance))
            if not os.path.exists(path):
                continue
            lost = reported - look_at(path) if os.path.getsize(path) else reported
            if lost:
                raise AssertionError(f'kill {kill + 1}: reported, but not there: {sorted(lost)[:5]}')
    return len(reported)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('victim')
    parser.add_argument('--kills', type=int, default=25)
    parser.add_argument('--seed', type=int, default=None)
    parser.add_argument('--tap', action='store_true')
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    summary = f'after {options.kills} kills everything reported is there'
    try:
        entries = run(options.victim, options.kills, seed)
    except AssertionError as error:
        print(f'seed {seed}: {error}', file=sys.stderr)
        print(f'1..1\nnot ok 1 - {summary}' if options.tap else 'failed')
        sys.exit(1)
    if entries == 0:
        print('the writer wrote nothing', file=sys.stderr)
        sys.exit(1)
    print(f'1..1\nok 1 - {summary}' if options.tap
          else f'{summary}: {entries} entries, seed {seed}')


if __name__ == '__main__':
    main()
