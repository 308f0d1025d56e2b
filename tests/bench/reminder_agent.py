"""reminder_agent.py: what it costs to be reminded of sitting.

Memory of its own (PSS) and wake-ups a minute of the agent while somebody works, is away, and has paused
it; and of two break reminders of Debian in the same run, where they are installed. Each stands on a
desktop of its own: an X server, a window manager and a notification server.
"""

import os
import shutil
import subprocess
import sys
import time

from agent_parts import Agent
from presence_idle import read_pss_mb
from presence_parts import Skip, World, demand_programs, wait_for
from test_presence_x11 import start_server

SECONDS = 30
LIMIT_MB = 4
LIMIT_PRESENT = 1
LIMIT_AWAY = 0
# The agent takes a minute without input for absence.
IDLE_S = 65


def children_of(pid):
    """The process and all it started: a program in Python may have helpers."""
    found = [pid]
    for entry in os.listdir('/proc'):
        if entry.isdigit():
            try:
                with open(f'/proc/{entry}/stat', encoding='ascii') as file:
                    parent = int(file.read().rpartition(')')[2].split()[1])
            except OSError:
                continue
            if parent == pid:
                found += children_of(int(entry))
    return found


def read_wakes(pid):
    """How often each thread of it went to sleep, and so was woken."""
    wakes = {}
    for process in children_of(pid):
        for task in os.listdir(f'/proc/{process}/task'):
            with open(f'/proc/{process}/task/{task}/status', encoding='ascii') as file:
                wakes[task] = next(int(line.split()[1]) for line in file
                                   if line.startswith('voluntary_ctxt_switches'))
    return wakes


def wakes_a_minute(pid, meanwhile=lambda: None):
    """Threads that end meanwhile take what they did with them, but not what they did before."""
    before, end = read_wakes(pid), time.monotonic() + SECONDS
    while time.monotonic() < end:
        meanwhile()
        time.sleep(2)
    return sum(count - before.get(task, 0)
               for task, count in read_wakes(pid).items()) * 60 / SECONDS


def start_desktop(world):
    demand_programs('Xvfb', 'xdotool', 'dunst', 'openbox')
    world.start_bus('session')
    world.start_bus('system')
    start_server(world)
    world.start('openbox')
    world.start('dunst')


def work(world):
    """Somebody moves the mouse now and then."""
    world.run('xdotool', 'mousemove_relative', '3', '2')
    world.run('xdotool', 'mousemove_relative', '--', '-3', '-2')


def start_agent(world):
    agent = Agent(world, presence=None)
    process = world.start(os.environ['LOWTIDE_REMINDER'])
    wait_for('the agent', agent.is_on_bus)
    # GLib ends threads that it no longer needs after a while.
    time.sleep(20)
    return process.pid, lambda: agent.call('Pause', '(u)', 60)


def start_other(*command):
    def start(world):
        demand_programs(command[0])
        world.environment.pop('G_DEBUG', None)
        process = world.start(*command)
        time.sleep(5)
        if process.poll() is not None:
            raise Skip(f'{command[0]} ended with {process.returncode}')
        return process.pid, None
    return start


def measure(name, start):
    """Returns memory, and wake-ups present, away and paused; None where there is nothing to measure."""
    with World() as world:
        try:
            start_desktop(world)
            pid, pause = start(world)
        except Skip as reason:
            print(f'{name}: skipped, {reason}', flush=True)
            return None
        work(world)
        time.sleep(10)
        present = wakes_a_minute(pid, lambda: work(world))
        pss_mb = sum(read_pss_mb(process) for process in children_of(pid))
        time.sleep(IDLE_S)
        away = wakes_a_minute(pid)
        paused = None
        if pause is not None:
            work(world)
            pause()
            time.sleep(5)
            paused = wakes_a_minute(pid, lambda: work(world))
    print(f'{name}: {pss_mb:.1f} MB; wake-ups a minute: {present:.1f} present, {away:.1f} away'
          + (f', {paused:.1f} paused' if paused is not None else ''), flush=True)
    return pss_mb, present, away, paused


def main():
    ours = measure('lowtide-reminder', start_agent)
    others = [measure(name, start_other(*command)) for name, command in (
        ('workrave', ('workrave',)), ('safeeyes', ('safeeyes',)))]
    if ours is None:
        sys.exit(1)
    pss_mb, present, away, _paused = ours
    print(f'lowtide-reminder: memory {pss_mb:.1f} MB of {LIMIT_MB}, ratio {pss_mb / LIMIT_MB:.2f}')
    print(f'lowtide-reminder: wake-ups present {present:.1f} of {LIMIT_PRESENT}, away {away:.1f} of {LIMIT_AWAY}')
    for name, other in zip(('workrave', 'safeeyes'), others):
        if other is not None:
            print(f'against {name}: memory ratio {pss_mb / other[0]:.3f}, wake-ups present ratio '
                  f'{present / max(other[1], 1):.3f}')


if __name__ == '__main__':
    main()
