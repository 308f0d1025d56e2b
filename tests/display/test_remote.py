"""A running session, driven as media keys, headsets and phones do: by playerctl, and by hand on the bus.

The program's clock stands until it is moved, so that positions are exact.
"""

import contextlib
import os
import random
import re
import shutil
import subprocess
import tempfile
import urllib.parse

from gi.repository import Gio, GLib

import person
from lowtide_driver import Failure, Program, Skip, run_tests, wait_for

NAME = 'org.mpris.MediaPlayer2.lowtide'
PATH = '/org/mpris/MediaPlayer2'
ROOT = 'org.mpris.MediaPlayer2'
PLAYER = 'org.mpris.MediaPlayer2.Player'
SECOND = 1_000_000

FIRST_DAY = '2024-02-29'                # where the clock stands
ROUTINE = 'Piriformis essentials'
FIRST, SECOND_MOVE = 'Ball on the wall', 'Lying figure four'
N_MOVES = 6
RANDOM_CALLS = 200


def write_answered(data_home):
    """Somebody without warning signs, who said an hour ago how it was."""
    checkin = {'when': '2024-02-29T08:00:00+00:00', 'zones': {'buttock-left': 2},
               'flags': {'left': [], 'right': []}}
    person.write(data_home, person.make_profile(day=FIRST_DAY), {'checkins': [checkin]})


class ByHand(Program):
    """The program on its standing clock."""

    def __init__(self, **more):
        super().__init__(stored=write_answered, **more)

    def advance(self, seconds):
        self.activate_action('advance-clock', GLib.Variant('u', seconds))


class OnBusOfItsOwn(ByHand):
    """The program on a session bus that nobody else is on, and that a test may end."""

    CONFIGURATION = '''<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
      <auth>EXTERNAL</auth><policy context="default">
      <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'''

    def __init__(self):
        with tempfile.NamedTemporaryFile('w', suffix='.conf') as configuration:
            configuration.write(self.CONFIGURATION)
            configuration.flush()
            self._daemon = subprocess.Popen(
                ['dbus-daemon', f'--config-file={configuration.name}', '--nofork', '--print-address=1'],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
            address = self._daemon.stdout.readline().strip()
        super().__init__(environment={'DBUS_SESSION_BUS_ADDRESS': address})

    def end_bus(self):
        self._daemon.kill()
        self._daemon.wait()

    def __exit__(self, *error):
        try:
            return super().__exit__(*error)
        finally:
            self.end_bus()


def demand(condition, what):
    if not condition:
        raise Failure(what)


def begin(program):
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')
    program.begin_session()
    program.press('Start session', role='push button')
    program.wait('Pause', role='push button')


def playerctl(*arguments, player='lowtide'):
    """What it prints; None when it fails, as it does without a player."""
    if shutil.which('playerctl') is None:
        raise Skip('playerctl is not installed')
    done = subprocess.run(['playerctl', '-p', player, *arguments], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30)
    return done.stdout.strip() if done.returncode == 0 else None


def list_players():
    if shutil.which('playerctl') is None:
        raise Skip('playerctl is not installed')
    return subprocess.run(['playerctl', '--list-all'], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()


def call(interface, method, *arguments, name=NAME):
    """A method over the bus, as a phone's program calls it."""
    parameters = GLib.Variant.new_tuple(*arguments) if arguments else None
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        name, PATH, interface, method, parameters, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None)


def get(interface, member):
    return call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('s', interface),
                GLib.Variant('s', member)).unpack()[0]


def set_to(interface, member, value):
    call('org.freedesktop.DBus.Properties', 'Set', GLib.Variant('s', interface),
         GLib.Variant('s', member), GLib.Variant('v', value))


def is_on_bus(name=NAME):
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
        GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]


@contextlib.contextmanager
def signals(*names):
    """The signals that came while it was open, as (name, value)."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    heard = []

    def hear(_bus, _sender, _path, _interface, name, parameters):
        if name in names:
            heard.append((name, parameters.unpack()))

    ids = [bus.signal_subscribe(None, None, name, PATH, None, Gio.DBusSignalFlags.NONE, hear)
           for name in names]
    try:
        yield heard
    finally:
        for one in ids:
            bus.signal_unsubscribe(one)


def let_signals_come():
    get(ROOT, 'Identity')
    while GLib.MainContext.default().iteration(False):
        pass


def test_only_in_a_session(program):
    """Players list the program while a session runs, and not before or after"""
    demand(list_players() == [], f'before a session there is {list_players()}')
    begin(program)
    wait_for('the session among the players', lambda: list_players() == ['lowtide'])
    program.press('Stop', role='push button')
    wait_for('the end of the name', lambda: not is_on_bus())
    demand(list_players() == [], f'after a session there is {list_players()}')
    demand(not [name for name in Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ListNames', None,
        None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0] if 'mpris' in name],
           'a name stays on the bus')


def test_playerctl(program):
    """playerctl pauses, goes on, skips, goes back and tells where the session is"""
    begin(program)
    demand(playerctl('status') == 'Playing', 'it does not play')
    program.advance(9)
    # playerctl lets the position run on from what it was told, by a clock that does not stand.
    wait_for('the position', lambda: 9 <= float(playerctl('position')) < 15)
    playerctl('play-pause')
    program.wait('Resume', role='push button')
    demand(playerctl('status') == 'Paused', 'it is not paused')
    playerctl('play-pause')
    program.wait('Pause', role='push button')
    playerctl('next')
    program.wait(SECOND_MOVE)
    title = playerctl('metadata', 'xesam:title')
    demand(re.match(rf'^{SECOND_MOVE} – (left|right) side$', title), f'the title is {title}')
    playerctl('previous')
    program.wait(FIRST)
    playerctl('stop')
    program.wait('Resume', role='push button')
    playerctl('play')
    program.wait('Pause', role='push button')
    demand(playerctl('metadata', 'xesam:album') == ROUTINE, 'the routine has another name')
    demand(playerctl('metadata', 'xesam:artist') == 'Lowtide', 'the artist is somebody else')


def test_picture(program):
    """The picture of each move is a file that can be read"""
    begin(program)
    seen = set()
    for _ in range(N_MOVES):
        uri = get(PLAYER, 'Metadata').get('mpris:artUrl')
        demand(uri, f"{get(PLAYER, 'Metadata')['xesam:title']} has no picture")
        path = urllib.parse.unquote(urllib.parse.urlparse(uri).path)
        with open(path, 'rb') as picture:
            demand(picture.read(3) in (b'\xff\xd8\xff', b'\x89PN'), f'{path} is no picture')
        seen.add(path)
        call(PLAYER, 'Next')
    demand(len(seen) == N_MOVES, f'{len(seen)} pictures for {N_MOVES} moves')


def test_seek(program):
    """Seeking leads to beginnings within the move, and says where"""
    begin(program)
    program.advance(9)
    track = get(PLAYER, 'Metadata')['mpris:trackid']
    with signals('Seeked') as heard:
        call(PLAYER, 'Seek', GLib.Variant('x', -5 * SECOND))
        demand(get(PLAYER, 'Position') == 0, 'seeking back does not lead to the beginning')
        program.advance(9)
        call(PLAYER, 'SetPosition', GLib.Variant('o', track), GLib.Variant('x', 1))
        demand(get(PLAYER, 'Position') == 0, 'the beginning was not gone to')
        call(PLAYER, 'SetPosition', GLib.Variant('o', '/another'), GLib.Variant('x', 20 * SECOND))
        demand(get(PLAYER, 'Position') == 0, 'a stale track was sought in')
        let_signals_come()
    demand(heard and all(value == (0,) for _, value in heard), f'it was told of {heard}')


def test_changes(program):
    """Only what changed is told, and never the position"""
    begin(program)
    with signals('PropertiesChanged') as heard:
        call(PLAYER, 'Pause')
        let_signals_come()
        call(PLAYER, 'Pause')
        call(PLAYER, 'Play')
        let_signals_come()
        program.advance(2)
        let_signals_come()
    told = [sorted(changed) for _, (_, changed, _) in heard]
    demand(told == [['PlaybackStatus'], ['PlaybackStatus']], f'it was told of {told}')


def test_name_taken(program):
    """Where somebody else has the name, the session is found under another"""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def request(method, *arguments):
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                      GLib.Variant.new_tuple(GLib.Variant('s', NAME), *arguments), None,
                      Gio.DBusCallFlags.NONE, 10000, None)

    request('RequestName', GLib.Variant('u', 4))
    try:
        begin(program)
        ours = f'{NAME}.instance{program.pid}'
        wait_for('another name', lambda: is_on_bus(ours))
        call(PLAYER, 'Pause', name=ours)
        program.wait('Resume', role='push button')
    finally:
        request('ReleaseName')


def test_it_hurts(program):
    """While it is asked where it hurts, nobody moves the session from outside"""
    begin(program)
    program.press('It hurts', role='push button')
    wait_for('the question', lambda: not get(PLAYER, 'CanPlay'))
    for method in ('Play', 'PlayPause', 'Next', 'Previous'):
        call(PLAYER, method)
    call(PLAYER, 'Seek', GLib.Variant('x', 20 * SECOND))
    demand(get(PLAYER, 'PlaybackStatus') == 'Paused', 'the session goes on behind the question')
    demand(get(PLAYER, 'Metadata')['xesam:trackNumber'] == 1, 'another move came behind the question')
    program.press('Pulling, stretching, tired muscle', role='push button')
    program.press('Skip', role='push button')
    wait_for('the end of the question', lambda: get(PLAYER, 'CanPlay'))
    demand(get(PLAYER, 'Metadata')['xesam:trackNumber'] == 2, 'the move that hurt was not left')
    call(PLAYER, 'Pause')
    program.wait('Resume', role='push button')


def test_last_move(program):
    """At the last move Next does nothing: a headset ends no session"""
    begin(program)
    for _ in range(N_MOVES + 5):
        call(PLAYER, 'Next')
    call(PLAYER, 'Seek', GLib.Variant('x', 3600 * SECOND))
    demand(not get(PLAYER, 'CanGoNext'), 'there is a move after the last')
    demand(get(PLAYER, 'Metadata')['xesam:trackNumber'] == N_MOVES, 'it is not the last move')
    demand(get(PLAYER, 'PlaybackStatus') == 'Playing', 'the session is over')
    for method, interface in (('Quit', ROOT), ('OpenUri', PLAYER)):
        try:
            call(interface, method, *([GLib.Variant('s', 'file:///')] if method == 'OpenUri' else []))
            raise Failure(f'{method} was not refused')
        except GLib.Error as error:
            demand('NotSupported' in error.message, error.message)


def call_at_random(chance):
    which = chance.randrange(10)
    if which < 6:
        call(PLAYER, ('Play', 'Pause', 'PlayPause', 'Stop', 'Next', 'Previous')[which])
    elif which == 6:
        call(PLAYER, 'Seek', GLib.Variant('x', chance.randrange(-2**62, 2**62) >> chance.randrange(60)))
    elif which == 7:
        call(PLAYER, 'SetPosition', GLib.Variant('o', get(PLAYER, 'Metadata')['mpris:trackid']),
             GLib.Variant('x', chance.randrange(0, 200) * SECOND))
    elif which == 8:
        set_to(PLAYER, 'Volume', GLib.Variant('d', chance.uniform(-1, 2)))
    else:
        set_to(ROOT, 'Fullscreen', GLib.Variant('b', chance.random() < 0.5))


def test_random(program):
    """After two hundred calls at random the session is still there"""
    seed = os.environ.get('LOWTIDE_SEED', str(random.randrange(10**6)))
    print(f'# LOWTIDE_SEED={seed}', flush=True)
    chance = random.Random(seed)
    begin(program)
    for _ in range(RANDOM_CALLS):
        call_at_random(chance)
    call(ROOT, 'Raise')
    demand(is_on_bus(), 'the session is gone')
    call(PLAYER, 'Pause')
    program.wait('Resume', role='push button')


def test_bus_lost(program):
    """A bus that is lost takes the remote control with it, and not the session"""
    begin(program)
    program.end_bus()
    for name in ('Pause', 'Resume', 'Pause'):
        program.press(name, role='push button')
    program.wait('Resume', role='push button')
    program.press('Skip this move', role='push button')
    program.wait(SECOND_MOVE)
    program.press('Stop', role='push button')
    program.wait('Done', role='push button')
    program.key('ctrl+q')
    wait_for('the end of the program', program.has_ended)


test_bus_lost.start = OnBusOfItsOwn


def test_quit_in_a_session(program):
    """A program that ends in the middle of a session takes the name with it"""
    begin(program)
    demand(is_on_bus(), 'the session is not on the bus')


if __name__ == '__main__':
    run_tests([test_only_in_a_session,
               test_playerctl,
               test_picture,
               test_seek,
               test_changes,
               test_name_taken,
               test_it_hurts,
               test_last_move,
               test_random,
               test_bus_lost,
               test_quit_in_a_session], program=ByHand)
