"""presence_idle.py: what it costs to know about presence while nobody is there.

Memory of its own (PSS) of presence-watch, and how often it was switched to in ten idle seconds, by
each source that can be had here. Fails only when none can.
"""

import sys
import time

from presence_parts import Skip, World
from test_presence_desktops import start_kwin, start_mutter
from test_presence_x11 import start_server

SECONDS = 10
LIMIT_MB = 4


def read_pss_mb(pid):
    with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as file:
        for line in file:
            if line.startswith('Pss:'):
                return int(line.split()[1]) / 1024
    raise ValueError('no Pss')


def measure(name, start):
    """Returns whether there was something to measure."""
    with World() as world:
        world.start_bus('session')
        # Played by nobody, but there: a bus that is missing would be tried again meanwhile.
        world.start_bus('system')
        try:
            start(world)
        except Skip as reason:
            print(f'presence by {name}: skipped, {reason}')
            return False
        watcher = world.watch(1)
        watcher.expect(f'source {name}')
        watcher.expect('state active')
        watcher.expect('state idle')
        time.sleep(1)
        switches, used = watcher.count_switches(), watcher.processor_seconds()
        time.sleep(SECONDS)
        switches = watcher.count_switches() - switches
        used = watcher.processor_seconds() - used
        pss_mb = read_pss_mb(watcher.process.pid)
        watcher.stop()
    print(f'presence by {name}: {pss_mb:.1f} MB of {LIMIT_MB}, ratio {pss_mb / LIMIT_MB:.2f}; '
          f'{switches} switches and {used:.2f} s of work in {SECONDS} idle seconds', flush=True)
    return True


def move_once(world):
    """A remote desktop that was never used has made no seat yet."""
    start_mutter(world)[1].move()


def main():
    measured = [measure(name, start) for name, start in (('x11', start_server),
                                                         ('mutter', move_once),
                                                         ('wayland', start_kwin))]
    sys.exit(0 if any(measured) else 1)


if __name__ == '__main__':
    main()
