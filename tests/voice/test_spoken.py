"""What a voice says is heard, by a real speech server and synthesiser: test_spoken.py VOICE_WATCH.

What the voice tells is compared with what was recorded. Skipped where speech-dispatcher, eSpeak NG or
PulseAudio are not installed. Reports in TAP.
"""

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from sound_server import Failure, SoundServer, wait_for  # noqa: E402
from speech_server import PROGRAM, SpeechServer, missing_part  # noqa: E402

TIP, GUIDE, TURN, COUNT, STOP = range(5)

LATE_MS = 300
# From the synthesiser's word that it begins to the loudspeaker: the sound server's own buffer.
HEARD_LATE_S = 0.45
# Two processors that others use, too, let a process wait so long.
STALLED_MS = 500
TRIES = 3                               # of what a busy machine may make late
LONG_TEXT = ('Lie on your back and bend both knees until your feet are flat on the floor and let your '
             'arms rest beside you')


class Watcher:
    """A voice-watch, and what it has said: (seconds, kind, the rest)."""

    def __init__(self, program, environment, address, *starter):
        self.heard = []
        self._lines = queue.Queue()
        self._process = subprocess.Popen([program, address, *starter], env=environment, text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            at, kind, rest = line.strip().split(' ', 2)
            if at.replace('.', '').isdigit():
                self.heard.append((float(at), kind, rest))
                self._lines.put(self.heard[-1])

    def tell(self, line):
        self._process.stdin.write(line + '\n')
        self._process.stdin.flush()

    def say(self, priority, text, due_ms=0, stale_ms=0):
        """Returns when it is due."""
        self.tell(f'say {priority} {due_ms} {stale_ms} {text}')
        return time.monotonic() + due_ms / 1000

    def expect(self, kind, rest='', seconds=20):
        """Waits for a line of the kind that begins or ends so, past others. Returns it."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise Failure(f'“{kind} {rest}” did not come; heard: {self.heard}') from None
            if line[1] == kind and (line[2].startswith(rest) or line[2].endswith(rest)):
                return line

    def all(self, kind):
        return [line for line in self.heard if line[1] == kind]

    def stalled_ms(self):
        self.tell('stalled')
        return float(self.expect('stalled')[2])

    def stop(self):
        self._process.stdin.close()
        if self._process.wait(10) != 0:
            raise Failure(f'voice-watch ended with {self._process.returncode}')

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


class World:
    """A folder with a sound server, a speech server that is to be started, and a voice."""

    def __init__(self, program):
        self._program = program
        self._watchers = []

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix='lowtide-voice-')
        self.sound = SoundServer(self._folder.name)
        self.sound.start()
        self.speech = SpeechServer(self._folder.name, self.sound.environment)
        return self

    def __exit__(self, *_):
        for watcher in self._watchers:
            watcher.kill()
        self.speech.__exit__()
        self.sound.kill()
        self._folder.cleanup()

    def watch(self, *starter):
        watcher = Watcher(self._program, self.speech.environment, self.speech.address, *starter)
        self._watchers.append(watcher)
        return watcher

    def watch_ready(self):
        self.speech.start()
        watcher = self.watch()
        watcher.expect('state', 'ready')
        return watcher

    def starter(self, *more):
        """A program that starts the server as it is set up here. Returns its path."""
        path = os.path.join(self._folder.name, 'starter')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n' + '\n'.join(more)
                       + '\nexec ' + ' '.join(self.speech.command) + ' "$@" -t 5\n')
        os.chmod(path, 0o700)
        return path


class Late(Failure):
    """Something came after its time, which a busy machine does too."""


def demand(condition, what):
    if not condition:
        raise Failure(what)


def demand_in_time(condition, what):
    if not condition:
        raise Late(what)


def demand_free_loop(watcher):
    stalled_ms = watcher.stalled_ms()
    demand_in_time(stalled_ms < STALLED_MS, f'the main loop stood still for {stalled_ms} ms')


def demand_times(watcher, dues):
    """Each text began at its time, and only once the one before was over."""
    begun = watcher.all('began')
    demand_in_time(len(begun) == len(dues), f'{len(begun)} of {len(dues)} began: {watcher.heard}')
    for (at, _, rest), (due, text) in zip(begun, dues):
        late_ms, begun_text = rest.split(' ', 1)
        demand(begun_text == text, f'“{begun_text}” began in place of “{text}”')
        demand_in_time(float(late_ms) <= LATE_MS, f'“{text}” was {late_ms} ms late')
        demand_in_time(at - due <= LATE_MS / 1000 + 0.05,
                       f'“{text}” began {at - due:.3f} s after it was due')
    kinds = [kind for _, kind, _ in watcher.heard if kind in ('began', 'ended')]
    demand(kinds == ['began', 'ended'] * len(dues), f'they overlap: {watcher.heard}')


def demand_heard(world, dues):
    """Each text is one stretch of sound in the recording."""
    stretches = world.sound.recording.loud_times()
    told = f'{[f"{begin:.2f}-{end:.2f}" for begin, end in stretches]}, due {dues}'
    demand_in_time(len(stretches) == len(dues), f'{len(stretches)} stretches were heard: {told}')
    for (begin, _), (due, text) in zip(stretches, dues):
        demand_in_time(-0.1 <= begin - due <= HEARD_LATE_S,
                       f'“{text}” was heard {begin - due:.3f} s late: {told}')


def test_at_their_times(world):
    """A list of texts is heard, each at its time and in one piece"""
    watcher = world.watch_ready()
    texts = ['Calf stretch', 'Hold', 'Halfway', 'Five more seconds', 'Switch sides']
    dues = [(watcher.say(TURN, text, 1000 + 2000 * index), text) for index, text in enumerate(texts)]
    watcher.expect('ended', texts[-1])
    time.sleep(0.5)
    demand_times(watcher, dues)
    demand_heard(world, dues)
    demand_free_loop(watcher)
    watcher.stop()


def test_counted(world):
    """Three, two, one are heard a second apart"""
    watcher = world.watch_ready()
    dues = [(watcher.say(COUNT, text, 500 + 1000 * index), text)
            for index, text in enumerate(['three', 'two', 'one'])]
    watcher.expect('ended', 'one')
    time.sleep(0.5)
    demand_times(watcher, dues)
    demand_heard(world, dues)
    watcher.stop()


def test_sequence(world):
    """Name, position and dose, due at once, are said one after the other without a gap"""
    watcher = world.watch_ready()
    watcher.say(TURN, 'Figure four stretch')
    watcher.say(GUIDE, 'Lie on your back', 0, 5000)
    watcher.say(GUIDE, 'Hold for thirty seconds', 0, 8000)
    watcher.expect('ended', '1 Hold for thirty seconds')
    begun = watcher.all('began')
    ended = watcher.all('ended')
    for (begin, _, rest), (over, _, _) in zip(begun[1:], ended):
        demand_in_time(0 <= begin - over <= 0.2,
                       f'“{rest}” began {begin - over:.3f} s after the one before')
    time.sleep(0.5)
    # A synthesiser ends each text with some silence of its own.
    stretches = world.sound.recording.loud_times(gap_s=0.7)
    demand(len(stretches) == 1, f'it was heard in {len(stretches)} parts: {stretches}')
    watcher.stop()


def test_cut_off(world):
    """The count cuts off a long text, which is silent from then on"""
    watcher = world.watch_ready()
    watcher.say(GUIDE, LONG_TEXT)
    watcher.expect('began')
    due = watcher.say(COUNT, 'three', 1500)
    watcher.expect('ended', '0 Lie on your back')
    begun = watcher.expect('began', 'three')[0]
    demand_in_time(begun - due <= 0.3, f'it began {begun - due:.3f} s late')
    watcher.expect('ended', '1 three')
    time.sleep(0.7)
    last = world.sound.recording.loud_times()[-1][1]
    demand(last - due < 1.5, f'something was heard {last - due:.2f} s after the count was due')
    watcher.stop()


def test_hush(world):
    """Hushed, it falls silent at once"""
    watcher = world.watch_ready()
    watcher.say(GUIDE, LONG_TEXT)
    watcher.say(GUIDE, 'Halfway', 1000)
    watcher.expect('began')
    time.sleep(0.7)
    hushed = time.monotonic()
    watcher.tell('hush')
    watcher.expect('dropped', 'Halfway')
    watcher.expect('ended', '0 Lie')
    time.sleep(1)
    last = world.sound.recording.loud_times()[-1][1]
    demand(last - hushed < 0.5, f'it was heard for {last - hushed:.2f} s more')
    watcher.stop()


def test_sound_chosen(world):
    """Rate and volume count at once; a voice and a language as soon as the server knows of them"""
    watcher = world.watch_ready()
    lengths = []
    for line in ('rate 0', 'rate 60', 'volume 0'):
        watcher.tell(line)
        watcher.say(GUIDE, LONG_TEXT)
        begin = watcher.expect('began')[0]
        lengths.append(watcher.expect('ended')[0] - begin)
        time.sleep(0.5)
    demand(lengths[1] < 0.8 * lengths[0], f'at a greater rate it took {lengths[1]}, not {lengths[0]} s')
    demand(len(world.sound.recording.loud_times(gap_s=0.4)) == 2, 'silence was heard, or nothing was')

    watcher.tell('volume 100')
    watcher.tell('language de')
    watcher.expect('state', 'ready')
    watcher.tell('voice German')
    watcher.expect('state', 'ready')
    watcher.say(TURN, 'Halten')
    watcher.expect('ended', '1 Halten')
    watcher.tell('list')
    demand(int(watcher.expect('voices')[2]) > 100, 'there are few voices')
    demand_free_loop(watcher)
    watcher.stop()


def test_killed(world):
    """The server dies in mid-sentence: nothing is said again, and the new one speaks"""
    watcher = world.watch_ready()
    watcher.say(GUIDE, LONG_TEXT)
    watcher.expect('began')
    time.sleep(0.7)
    world.speech.kill()
    watcher.expect('ended', '0 Lie')
    watcher.expect('state', 'lost')
    watcher.say(TURN, 'Hold')
    watcher.expect('dropped', 'Hold')
    world.speech.start()
    watcher.expect('state', 'ready')
    watcher.say(TURN, 'Switch sides')
    watcher.expect('ended', '1 Switch sides')
    demand(len(watcher.all('began')) == 2, f'something was said again: {watcher.heard}')
    demand_free_loop(watcher)
    watcher.stop()


def test_hangs(world):
    """The server stands still: things are dropped in time, and the main loop is free"""
    watcher = world.watch_ready()
    world.speech.hang()
    due = watcher.say(TURN, 'Hold')
    dropped = watcher.expect('state', 'lost', 30)[0]
    demand(watcher.all('dropped'), f'nothing was dropped: {watcher.heard}')
    demand(dropped - due < 8, f'it took {dropped - due:.1f} s to see that the server does not answer')
    watcher.say(TURN, 'Switch sides')
    watcher.expect('dropped', 'Switch sides')
    demand_free_loop(watcher)
    world.speech.go_on()
    watcher.expect('state', 'ready', 60)
    watcher.say(TURN, 'Rest')
    watcher.expect('ended', '1 Rest')
    watcher.stop()


def test_hangs_from_the_start(world):
    """A server that stands still when it is looked for keeps nobody waiting"""
    world.speech.start()
    world.speech.hang()
    watcher = world.watch()
    watcher.expect('state', 'lost', 30)
    demand_free_loop(watcher)
    watcher.stop()


def test_absent(world):
    """Without a server, and without one to start, what is said is dropped"""
    watcher = world.watch('/nonexistent/speech-dispatcher')
    watcher.expect('state', 'absent')
    watcher.say(TURN, 'Hold')
    watcher.expect('dropped', 'Hold')
    watcher.tell('list')
    watcher.expect('voices', '-1')
    watcher.stop()


def test_comes_later(world):
    """A server that comes later is found, at once when it is looked for"""
    watcher = world.watch()
    watcher.expect('state', 'absent')
    world.speech.start()
    watcher.tell('look')
    watcher.expect('state', 'ready', 5)
    watcher.say(TURN, 'Hold')
    watcher.expect('ended', '1 Hold')
    watcher.stop()


def test_started(world):
    """A server that does not run is started"""
    watcher = world.watch(world.starter())
    watcher.expect('state', 'ready')
    watcher.say(TURN, 'Hold', 500)
    watcher.expect('ended', '1 Hold')
    demand_free_loop(watcher)
    watcher.stop()


def test_starter_hangs(world):
    """A start that hangs is given up"""
    watcher = world.watch(world.starter('exec sleep 60'))
    watcher.expect('state', 'lost', 30)
    demand_free_loop(watcher)
    watcher.stop()


def test_device_gone(world):
    """The sound server dies in mid-sentence: the voice goes on with what comes next, in its time"""
    watcher = world.watch_ready()
    watcher.say(GUIDE, LONG_TEXT)
    watcher.expect('began')
    time.sleep(0.5)
    world.sound.kill()
    due = watcher.say(COUNT, 'three', 1000)
    line = wait_for('an end of the count',
                    lambda: [line for line in watcher.heard if line[2].endswith('three')])[0]
    demand(line[0] - due < 2, f'it took {line[0] - due:.1f} s until the count was told of: {watcher.heard}')
    demand_free_loop(watcher)
    watcher.stop()


TESTS = [value for name, value in list(globals().items()) if name.startswith('test_')]


def run(test, program):
    try:
        for tries_left in reversed(range(TRIES)):
            try:
                with World(program) as world:
                    test(world)
                return None
            except Late as late:
                if tries_left == 0:
                    raise
                print(f'# again, since {late}', flush=True)
    except Failure as failure:
        return str(failure)
    except Exception:                   # pylint: disable=broad-except
        return traceback.format_exc()


def main():
    chosen = [test for test in TESTS if len(sys.argv) < 3 or test.__name__ in sys.argv[2:]]
    print(f'1..{len(chosen)}', flush=True)
    missing = missing_part()
    failed = False
    for number, test in enumerate(chosen, start=1):
        problem = None if missing else run(test, sys.argv[1])
        failed |= problem is not None
        skip = f' # SKIP {missing} is not installed' if missing else ''
        print(f'{"ok" if problem is None else "not ok"} {number} - {test.__doc__}{skip}', flush=True)
        if problem:
            print(problem, file=sys.stderr, flush=True)
    sys.exit(failed)


if __name__ == '__main__':
    main()
