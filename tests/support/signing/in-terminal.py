"""Runs a program in a terminal of its own, and types at its questions.

Usage: in-terminal.py STEPS PROGRAM [ARGUMENT …], where STEPS are pairs in JSON: a text that is
waited for, and what is typed then. Prints, as JSON, what the terminal showed, whether it echoed
at each step and afterwards, how the program ended, and what was typed and is left to whoever
reads the terminal next.
"""

import fcntl
import json
import os
import pty
import select
import subprocess
import sys
import termios

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
leader, follower = pty.openpty()
shown, seen = "", 0


def become_session_leader():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def echoes():
    return bool(termios.tcgetattr(follower)[3] & termios.ECHO)


def read_some(seconds):
    if not select.select([leader], [], [], seconds)[0]:
        return ""
    return os.read(leader, 65536).decode(errors="replace")


child = subprocess.Popen(
    command,
    stdin=follower,
    stdout=follower,
    stderr=follower,
    preexec_fn=become_session_leader,
)
echo_at_steps = []
for text, typed in steps:
    while shown.find(text, seen) < 0:
        if child.poll() is not None:
            break
        shown += read_some(0.2)
    seen = shown.find(text, seen) + len(text)
    echo_at_steps.append(echoes())
    os.write(leader, typed.encode())
while child.poll() is None:
    shown += read_some(0.2)
status = child.wait()
while more := read_some(0.1):
    shown += more
echo_afterwards = echoes()
now = termios.tcgetattr(follower)
now[3] &= ~(termios.ICANON | termios.ECHO)
now[6][termios.VMIN], now[6][termios.VTIME] = 0, 1
termios.tcsetattr(follower, termios.TCSANOW, now)
print(
    json.dumps(
        {
            "shown": shown,
            "echoes": echo_at_steps,
            "echoAfterwards": echo_afterwards,
            "status": status,
            "left": os.read(follower, 4096).decode(),
        }
    )
)
