"""Presence among services that are played: not ready, taken over, gone, and saying what is not."""

import time

from played_services import Login, Monitor, Saver
from presence_parts import run_tests, wait_for


def begin(world, idle_after=60):
    """A session with GNOME's shell and logind."""
    world.start_bus('session')
    world.start_bus('system')
    monitor = Monitor(world.connect('session'))
    login = Login(world.connect('system'))
    watcher = world.watch(idle_after)
    watcher.expect('source mutter')
    watcher.expect('state active')
    wait_for('the watch', lambda: monitor.idle_watches)
    wait_for('logind', lambda: login.is_followed)
    return monitor, login, watcher


def test_monitor(world):
    """Absence counts from the last input, and activity without input does not end it"""
    monitor, _, watcher = begin(world)
    monitor.be_idle(60)
    watcher.expect_age('state idle', 60, 60.5)
    wait_for('the other watch', lambda: monitor.active_watches)
    monitor.be_active(idle_ms=65_000)
    watcher.expect_silence(0.5)
    wait_for('another such watch', lambda: monitor.active_watches)
    monitor.be_active()
    watcher.expect_age('state active', 0, 0.5)
    # A timer that went off although there was input just then.
    monitor.idle_ms = 100
    monitor.fire(next(iter(monitor.idle_watches)))
    watcher.expect_silence(0.5)
    watcher.expect_rest()
    watcher.stop()


def test_monitor_watches(world):
    """Watches that are no longer wanted are taken back, and a pause is told once"""
    monitor, _, watcher = begin(world)
    watcher.say('idle-after 30')
    wait_for('the change', lambda: list(monitor.idle_watches.values()) == [30_000])
    watcher.say('pause 3')
    watcher.say('pause 4')
    wait_for('the pause', lambda: sorted(monitor.idle_watches.values()) == [4_000, 30_000])
    monitor.be_idle(4)
    watcher.expect('paused')
    wait_for('its end', lambda: list(monitor.idle_watches.values()) == [30_000])
    monitor.be_idle(40)
    watcher.expect_age('state idle', 40, 40.5)
    watcher.say('idle-after 100')
    watcher.expect_silence(0.5)
    watcher.stop()


def test_shell_restarts(world):
    """A shell that dies takes its watches along, and the next one is given new ones"""
    monitor, _, watcher = begin(world)
    monitor.release()
    monitor.lose_watches()
    watcher.expect('source none')
    watcher.expect('state unknown')
    monitor.is_ready = False
    monitor.own()
    wait_for('a try', lambda: monitor.calls[-1:] == ['GetIdletime'])
    watcher.expect_silence(0.5)
    monitor.is_ready = True
    watcher.expect('source mutter')
    watcher.expect('state active')
    wait_for('the watch', lambda: len(monitor.idle_watches) == 1)
    monitor.be_idle(60)
    watcher.expect('state idle')
    watcher.stop()


def test_name_taken_over(world):
    """Another shell that takes the name over is given watches, and the first is heard no more"""
    first, _, watcher = begin(world)
    second = Monitor(world.connect('session'), replaces=True)
    wait_for('the watch', lambda: second.idle_watches)
    first.be_idle(60)
    watcher.expect_silence(0.5)
    second.be_idle(70)
    watcher.expect_age('state idle', 70, 70.5)
    watcher.stop()


def test_bus_restarts(world):
    """A bus that dies does not take the program along, and is found again"""
    world.start_bus('system')
    bus = world.start_bus('session')
    monitor = Monitor(world.connect('session'))
    watcher = world.watch(60)
    watcher.expect('source mutter')
    watcher.expect('state active')
    world.end(bus)
    watcher.expect('source none')
    watcher.expect('state unknown')
    world.start_bus('session')
    monitor = Monitor(world.connect('session'))
    watcher.expect('source mutter', 20)
    watcher.expect('state active')
    monitor.be_idle(60)
    watcher.expect('state idle')
    watcher.stop()


def test_sleep(world):
    """Sleep is told, and waking up once"""
    monitor, login, watcher = begin(world)
    login.prepare_for_sleep(True)
    watcher.expect_age('state asleep', 0, 0.5)
    monitor.be_idle(70)
    watcher.expect_silence(0.5)
    login.prepare_for_sleep(False)
    watcher.expect('woke 0.000')
    watcher.expect_age('state idle', 70, 71)
    watcher.stop()


def test_locked(world):
    """A locked screen is absence, whoever says so, and whatever the mouse does"""
    monitor, login, watcher = begin(world)
    saver = Saver(world.connect('session'))
    gnome = Saver(world.connect('session'), 'org.gnome.ScreenSaver')
    watcher.expect_silence(0.3)
    login.set(LockedHint=True)
    watcher.expect_age('state locked', 0, 0.5)
    # The two buses may overtake each other.
    saver.set(True, path='/ScreenSaver')
    watcher.expect_silence(0.3)
    login.set(LockedHint=False)
    gnome.set(True)
    saver.set(False)
    monitor.be_active()
    watcher.expect_silence(0.5)
    gnome.release()
    watcher.expect_age('state active', 0, 0.5)
    watcher.stop()


def test_lock_request(world):
    """A request to lock that no desktop confirms ends with a word, or when somebody is back"""
    monitor, login, watcher = begin(world)
    login.ask('Lock')
    watcher.expect('state locked')
    login.ask('Unlock')
    watcher.expect('state active')
    wait_for('the old watch', lambda: list(monitor.idle_watches.values()) == [60_000])
    login.ask('Lock')
    watcher.expect('state locked')
    wait_for('the quicker watch', lambda: list(monitor.idle_watches.values()) == [5_000])
    monitor.be_idle(5)
    wait_for('the other watch', lambda: monitor.active_watches)
    watcher.expect_silence(0.3)
    monitor.be_active()
    watcher.expect_age('state active', 0, 0.5)
    wait_for('the old watch', lambda: list(monitor.idle_watches.values()) == [60_000])
    watcher.stop()


def test_locked_at_start(world):
    """A screen that is locked already is known to be, and a session that comes late is found"""
    world.start_bus('session')
    world.start_bus('system')
    Monitor(world.connect('session'))
    login = Login(world.connect('system'))
    login.is_ready = False
    login.set(LockedHint=True)
    watcher = world.watch(60)
    watcher.expect('source mutter')
    watcher.expect('state active')
    login.is_ready = True
    watcher.expect('state locked')
    watcher.stop()


def test_idle_hint(world):
    """The hint of logind is used where nothing else tells, once it was seen to be given"""
    world.start_bus('session')
    world.start_bus('system')
    login = Login(world.connect('system'))
    watcher = world.watch(60)
    watcher.expect('source none')
    watcher.expect('state unknown')
    wait_for('logind', lambda: login.is_followed)
    minute_ago = int((time.clock_gettime(time.CLOCK_MONOTONIC) - 60) * 1e6)
    login.set(IdleHint=True, IdleSinceHintMonotonic=minute_ago)
    watcher.expect('source logind')
    watcher.expect_age('state idle', 60, 61)
    login.set(IdleHint=False)
    watcher.expect_age('state active', 0, 0.5)
    login.release()
    watcher.expect('source none')
    watcher.expect('state unknown')
    watcher.stop()


def test_nothing(world):
    """Where there is nothing it says so, and of a screen lock alone it says that"""
    watcher = world.watch()
    watcher.expect('source none')
    watcher.expect('state unknown')
    watcher.say('pause 1')
    watcher.expect_silence(1.5)
    world.start_bus('session')
    saver = Saver(world.connect('session'))
    watcher.expect('source screensaver', 20)
    saver.set(True)
    watcher.expect('state locked')
    saver.set(False)
    watcher.expect('state unknown')
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_monitor, test_monitor_watches, test_shell_restarts, test_name_taken_over,
              test_bus_restarts, test_sleep, test_locked, test_lock_request, test_locked_at_start,
              test_idle_hint, test_nothing)
