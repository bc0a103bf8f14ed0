"""Runs a program in a terminal of its own, answers its first question, and presses Ctrl-C
at the second. Prints what the terminal showed and how it was left, as JSON.

Usage: in-terminal.py ANSWER PROGRAM [ARGUMENT …]
"""

import fcntl
import json
import os
import pty
import subprocess
import sys
import termios

answer, command = sys.argv[1], sys.argv[2:]
leader, follower = pty.openpty()


def become_session_leader():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def echoes():
    return bool(termios.tcgetattr(follower)[3] & termios.ECHO)


def read_until(text, count):
    shown = ""
    while shown.count(text) < count:
        shown += os.read(leader, 1024).decode()
    return shown


child = subprocess.Popen(
    command,
    stdin=follower,
    stdout=follower,
    stderr=follower,
    preexec_fn=become_session_leader,
)
shown = read_until("(stays hidden): ", 1)
echo_while_asked = echoes()
os.write(leader, f"{answer}\n".encode())
shown += read_until("(stays hidden): ", 1)
os.write(leader, b"\x03")
status = child.wait()
print(
    json.dumps(
        {
            "echoWhileAsked": echo_while_asked,
            "shown": answer in shown,
            "status": status,
            "echoAfterwards": echoes(),
        }
    )
)
