"""ten_years.py LOWTIDE BENCH_JOURNAL: how long Today takes with ten years in the journal.

Starts with that journal and with an empty one take turns. Fails only when nothing is shown.
"""

import os
import statistics
import subprocess
import sys
import tempfile

from first_frame import time_start

PAIRS = 7
LIMIT = 1.5


def main():
    lowtide, maker = sys.argv[1:]
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([maker, folder], check=True)
        journal = os.path.join(folder, 'journal.sqlite')
        # The first pair only warms what the system keeps of files.
        for _ in range(PAIRS + 1):
            pairs.append((time_start(lowtide, journal), time_start(lowtide)))
    del pairs[0]
    ratio = statistics.median(full / empty for full, empty in pairs)
    full, empty = (statistics.median(times) for times in zip(*pairs))
    print(f'ten-years: Today after a start {full:.0f} ms, with an empty journal {empty:.0f} ms, '
          f'ratio {ratio:.2f}, limit {LIMIT:.2f}')


if __name__ == '__main__':
    main()
