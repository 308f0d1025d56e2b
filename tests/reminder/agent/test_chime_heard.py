"""A chime of the agent is really heard, by a sound server of the test's own: test_chime_heard.py PROGRAM CHIME.

PROGRAM plays a chime aloud (test-sound-chime --aloud CHIME). Skipped where PulseAudio is not installed.
Reports in TAP.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'support'))
from sound_server import NEEDED, SoundServer, wait_for  # noqa: E402

TITLE = 'The chime is heard'
LOUD = 0.05                             # of full scale


def hear(program, chime):
    with tempfile.TemporaryDirectory(prefix='lowtide-chime-') as folder:
        with SoundServer(folder) as sound:
            subprocess.run([program, '--aloud', chime], env=sound.environment, timeout=60, check=True)
            wait_for('the chime', lambda: sound.recording.loud_times(loud=LOUD))


def main():
    print('1..1')
    missing = next((name for name in NEEDED if shutil.which(name) is None), None)
    if missing is not None:
        print(f'ok 1 - {TITLE} # SKIP {missing} is not installed')
        return 0
    try:
        hear(*sys.argv[1:])
    except Exception:  # pylint: disable=broad-except
        print('# ' + traceback.format_exc().replace('\n', '\n# '))
        print(f'not ok 1 - {TITLE}')
        return 1
    print(f'ok 1 - {TITLE}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
