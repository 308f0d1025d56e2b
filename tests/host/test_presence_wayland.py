"""Presence told by a Wayland compositor that is played: both versions, and much going wrong."""

from played_compositor import Compositor
from presence_parts import run_tests, wait_for

AWARE = True
INPUT = False


def begin(world, version=2, idle_after=60):
    compositor = Compositor(world, version)
    watcher = world.watch(idle_after)
    watcher.expect('source wayland')
    watcher.expect('state active')
    return compositor, watcher


def test_first_version(world):
    """The first version tells of absence, counted from the last input, and of a pause"""
    world.start_bus('session')
    world.start_bus('system')
    compositor, watcher = begin(world, version=1)
    compositor.tell('idled', AWARE, 60_000)
    watcher.expect_age('state idle', 60, 60.5)
    compositor.tell('resumed', AWARE, 60_000)
    watcher.expect_age('state active', 0, 0.5)
    watcher.say('pause 3')
    compositor.tell('idled', AWARE, 3_000)
    watcher.expect('paused')
    wait_for('its end', lambda: len(compositor.notifications) == 1)
    watcher.expect_rest()
    watcher.stop()


def test_empty_chair(world):
    """By the second version an empty chair is told from a film, in whatever order it comes"""
    compositor, watcher = begin(world)
    for first, second in ((AWARE, INPUT), (INPUT, AWARE)):
        compositor.tell('idled', first, 60_000)
        compositor.tell('idled', second, 60_000)
        words = watcher.expect('state idle')
        assert words[3] == '0', words
        compositor.tell('resumed', first, 60_000)
        compositor.tell('resumed', second, 60_000)
        watcher.expect('state active')
    watcher.expect_silence(1)
    watcher.stop()


def test_film(world):
    """A film is told by the lack of input alone, and its end as well"""
    compositor, watcher = begin(world)
    compositor.tell('idled', INPUT, 60_000)
    words = watcher.expect('state idle')
    assert words[3] == '1' and 60 <= float(words[2]) < 61.5, words
    compositor.tell('idled', AWARE, 60_000)
    words = watcher.expect('state idle')
    assert words[3] == '0' and 60 <= float(words[2]) < 65, words
    compositor.tell('resumed', AWARE, 60_000)
    assert watcher.expect('state idle')[3] == '1'
    compositor.tell('resumed', INPUT, 60_000)
    watcher.expect('state active')
    watcher.stop()


def test_setting(world):
    """Another time of absence is asked for at once, and while somebody is away on their return"""
    compositor, watcher = begin(world)
    watcher.say('idle-after 30')
    compositor.tell('idled', AWARE, 30_000)
    compositor.tell('idled', INPUT, 30_000)
    watcher.expect_age('state idle', 30, 30.5)
    watcher.say('idle-after 40')
    watcher.expect_silence(0.3)
    compositor.tell('resumed', INPUT, 30_000)
    watcher.expect('state active')
    compositor.tell('idled', AWARE, 40_000)
    compositor.tell('idled', INPUT, 40_000)
    watcher.expect_age('state idle', 40, 40.5)
    watcher.stop()


def test_compositor_gone(world):
    """A compositor that dies is known to, and the next one is found"""
    compositor, watcher = begin(world)
    watcher.say('pause 3')
    compositor.tell('idled', INPUT, 3_000)
    watcher.expect('paused')
    compositor.stop()
    watcher.expect('source none')
    watcher.expect('state unknown')
    compositor = Compositor(world, version=1)
    watcher.expect('source wayland', 20)
    watcher.expect('state active')
    compositor.tell('idled', AWARE, 60_000)
    watcher.expect('state idle')
    watcher.stop()


def test_late_seat(world):
    """A seat that comes late is found, and one that goes takes the knowledge along"""
    compositor = Compositor(world, has_seat=False)
    watcher = world.watch(60)
    watcher.expect('source none')
    watcher.expect('state unknown')
    compositor.add_seat()
    watcher.expect('source wayland')
    watcher.expect('state active')
    compositor.remove_seat()
    watcher.expect('source none')
    watcher.expect('state unknown')
    watcher.stop()


def test_silent_compositor(world):
    """A compositor without the protocol is left alone, even with an X server beside it"""
    Compositor(world, version=0)
    world.environment['DISPLAY'] = ':77'
    watcher = world.watch(60)
    watcher.expect('source none')
    watcher.expect('state unknown')
    watcher.expect_silence(2)
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_first_version, test_empty_chair, test_film, test_setting, test_compositor_gone,
              test_late_seat, test_silent_compositor)
