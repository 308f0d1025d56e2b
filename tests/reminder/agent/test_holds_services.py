"""Holds that are told by services, settings and devices."""

import os
import shutil

from gi.repository import Gio

from hold_parts import Devices, Login, Notifications, Policy, Service, SessionManager, Xfconf
from presence_parts import Skip, run_tests


def watch(world):
    devices = Devices(world)
    watcher = world.drive(os.environ['HOLD_WATCH'], devices.devices, devices.processes)
    watcher.expect('holds none')
    return devices, watcher


def begin(world):
    world.start_bus('session')
    world.start_bus('system')
    return watch(world)[1]


def see(watcher, *holds):
    words = watcher.expect('holds')
    assert words[1:] == (list(holds) or ['none']), words


def test_services(world):
    """Each service is heard when it comes, changes and goes"""
    watcher = begin(world)
    table = (
        (Notifications, 'session', 'do-not-disturb', (True,), (False,)),
        (Xfconf, 'session', 'do-not-disturb', (True,), (None,)),
        (SessionManager, 'session', 'inhibitor', (12,), (4,)),
        (Policy, 'session', 'inhibitor', (5,), (1,)),
        (Login, 'system', 'inhibitor', (('sleep:idle', 'block'),), (('sleep', 'block'),)),
    )
    for kind, bus, hold, on, off in table:
        service = kind(world.connect(bus))
        watcher.expect_silence(0.2)
        service.set(*on)
        see(watcher, hold)
        service.set(*off)
        see(watcher)
        service.set(*on)
        see(watcher, hold)
        service.release()
        see(watcher)
        service.own()
        see(watcher, hold)
        service.set(*off)
        see(watcher)
    watcher.expect_rest()
    watcher.stop()


def test_two_reasons(world):
    """Reasons add up, and one told twice is told once"""
    watcher = begin(world)
    manager = SessionManager(world.connect())
    login = Login(world.connect('system'))
    server = Notifications(world.connect())
    manager.set(8)
    see(watcher, 'inhibitor')
    login.set(('idle', 'block'))
    watcher.expect_silence(0.3)
    server.set(True)
    see(watcher, 'do-not-disturb', 'inhibitor')
    manager.set(0)
    watcher.expect_silence(0.3)
    login.set()
    see(watcher, 'do-not-disturb')
    watcher.stop()


def test_login(world):
    """Neither other people's inhibitors count, nor those that merely delay"""
    watcher = begin(world)
    login = Login(world.connect('system'))
    login.set(('idle', 'delay'), ('idle', 'block', os.getuid() + 1), ('handle-lid-switch', 'block'))
    watcher.expect_silence(0.3)
    login.set(('shutdown:idle', 'block'))
    see(watcher, 'inhibitor')
    watcher.stop()


def test_strangers(world):
    """Services that have the name alone say nothing"""
    watcher = begin(world)
    connection = world.connect()
    for name in ('org.freedesktop.Notifications', 'org.gnome.SessionManager', 'org.xfce.Xfconf'):
        Service(connection, name).own()
    watcher.expect_silence(0.5)
    watcher.stop()


def test_bus(world):
    """A bus that goes takes its reasons along, and they are found again when it comes back"""
    bus = world.start_bus()
    _, watcher = watch(world)
    SessionManager(world.connect()).set(8)
    see(watcher, 'inhibitor')
    world.end(bus)
    see(watcher)
    world.start_bus()
    manager = SessionManager(world.connect())
    manager.actions = 8
    see(watcher, 'inhibitor')
    watcher.stop()


def test_settings(world):
    """The switch of GNOME counts in GNOME, and not where its schema happens to be installed"""
    if Gio.SettingsSchemaSource.get_default().lookup('org.gnome.desktop.notifications',
                                                     True) is None:
        raise Skip('gsettings-desktop-schemas is not installed')
    world.environment.update(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=world.path('config'))
    set_banners = ('gsettings', 'set', 'org.gnome.desktop.notifications', 'show-banners')
    for desktop, counts in (('ubuntu:GNOME', True), ('Budgie:GNOME', True), ('KDE', False)):
        world.environment['XDG_CURRENT_DESKTOP'] = desktop
        _, watcher = watch(world)
        world.run(*set_banners, 'false')
        if counts:
            see(watcher, 'do-not-disturb')
        watcher.expect_silence(0.3)
        world.run(*set_banners, 'true')
        if counts:
            see(watcher)
        watcher.stop()
        for folder in ('dev', 'proc'):
            shutil.rmtree(world.path(folder))


def test_camera(world):
    """A camera counts when a process of this person holds it open, not when it is looked at"""
    devices, watcher = watch(world)
    watcher.say('devices 1')
    path = devices.add_camera()
    # It knows all cameras, and films with none.
    devices.add_process(7, 'wireplumber', path)
    with open(path, encoding='ascii'):
        pass
    watcher.expect_silence(3)
    with open(path, encoding='ascii'):
        see(watcher, 'camera')
        watcher.expect_rest()
        watcher.say('devices 0')
        see(watcher)
        watcher.say('devices 1')
        see(watcher, 'camera')
    see(watcher)
    with open(devices.add_camera('video1'), encoding='ascii') as camera:
        see(watcher, 'camera')
        os.unlink(camera.name)
        see(watcher)
    watcher.stop()


def test_microphone(world):
    """A microphone counts while its stream is open; playing does not, and a late card does"""
    devices, watcher = watch(world)
    watcher.say('devices 1')
    watcher.expect_silence(0.2)
    path = devices.add_card()
    watcher.expect_silence(3)
    with open(path, encoding='ascii'):
        devices.set_stream('c', 'state: RUNNING\n')
        see(watcher, 'microphone')
        devices.set_stream('c', 'closed\n')
    see(watcher)
    with open(os.path.dirname(path) + '/pcmC0D0p', encoding='ascii'):
        watcher.expect_silence(2.5)
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_services, test_two_reasons, test_login, test_strangers, test_bus, test_settings,
              test_camera, test_microphone)
