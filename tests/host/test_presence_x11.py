"""Presence told by a real X server, with input that xdotool makes."""

import os
import signal

from presence_parts import demand_programs, run_tests


def start_server(world, number=None):
    """Without -noreset it would start over when its last client leaves."""
    demand_programs('Xvfb', 'xdotool')
    ours, theirs = os.pipe()
    name = [f':{number}'] if number else []
    server = world.start('Xvfb', *name, '-displayfd', str(theirs), '-screen', '0', '640x480x24',
                         '-nolisten', 'tcp', '-noreset', pass_fds=[theirs])
    os.close(theirs)
    with os.fdopen(ours) as file:
        number = file.readline().strip()
    world.environment['DISPLAY'] = f':{number}'
    return server, number


def test_input(world):
    """An alarm tells of absence and return, by key, mouse and button"""
    world.start_bus('session')
    world.start_bus('system')
    start_server(world)
    watcher = world.watch()
    watcher.expect('source x11')
    watcher.expect('state active')
    for command in (['key', 'a'], ['mousemove', '7', '7'], ['click', '1']):
        watcher.expect_age('state idle', 2, 2.5)
        world.run('xdotool', *command)
        watcher.expect_age('state active', 0, 0.5)
    watcher.expect('state idle')
    watcher.expect_silence(1)
    watcher.expect_rest()
    watcher.stop()


def test_pause(world):
    """A pause in typing is told once, at once if it lasts already, not after it is called off"""
    start_server(world)
    watcher = world.watch(60)
    watcher.expect('source x11')
    watcher.expect('state active')
    watcher.say('pause 1')
    watcher.expect('paused', 5)
    watcher.expect_silence(1.5)
    watcher.say('pause 1')
    watcher.expect('paused', 1)
    world.run('xdotool', 'key', 'a')
    watcher.say('pause 1')
    watcher.say('pause 0')
    watcher.expect_silence(2)
    watcher.stop()


def test_setting(world):
    """Another time of absence holds at once, and while somebody is away from their return on"""
    start_server(world)
    watcher = world.watch(60)
    watcher.expect('source x11')
    watcher.expect('state active')
    watcher.say('idle-after 1')
    watcher.expect('state idle', 4)
    watcher.say('idle-after 2')
    watcher.expect_silence(0.5)
    world.run('xdotool', 'key', 'a')
    watcher.expect('state active')
    watcher.expect_age('state idle', 2, 2.5)
    watcher.stop()


def test_server_gone(world):
    """A server that dies is known to, and the next one is found"""
    server, number = start_server(world)
    watcher = world.watch()
    watcher.expect('source x11')
    watcher.expect('state active')
    world.end(server)
    watcher.expect('source none')
    watcher.expect('state unknown')
    start_server(world, number)
    watcher.expect('source x11', 20)
    watcher.expect('state active')
    watcher.expect('state idle')
    watcher.stop()


def test_hanging_server(world):
    """A server that hangs holds up nothing"""
    server, _ = start_server(world)
    server.send_signal(signal.SIGSTOP)
    watcher = world.watch()
    watcher.say('idle-after 1')
    watcher.expect_silence(1)
    server.send_signal(signal.SIGCONT)
    watcher.expect('source x11')
    watcher.expect('state active')
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_input, test_pause, test_setting, test_server_gone, test_hanging_server)
