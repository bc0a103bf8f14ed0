# What asks for the values, and looks at them before anything is sent.

import getpass
import os
import re
import signal
import sys

from data import BASE_VARIABLE, CREDENTIALS, PLACES, WORDS

try:
    import termios
except ImportError:
    termios = None  # Windows has none, and getpass does without.


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(1)


def fill(name, value):
    return WORDS[name].replace("%s", str(value))


def choose_base():
    given = os.environ.get(BASE_VARIABLE, "").rstrip("/")
    if given:
        # Documented addresses; http only to this computer itself, for tests.
        known = given in [base for _, base in PLACES]
        if not known and not re.fullmatch(r"http://127\.0\.0\.1:[0-9]+", given):
            stop(fill("badBase", BASE_VARIABLE))
        return given
    chosen = "1"
    # [[places]]
    print(WORDS["whichSite"])
    for number, (label, _) in enumerate(PLACES, 1):
        print(f"  {number} {label}")
    chosen = input(f"{WORDS['number']}: ").strip()
    if chosen not in [str(number) for number, _ in enumerate(PLACES, 1)]:
        stop(WORDS["badNumber"])
    # [[/places]]
    return PLACES[int(chosen) - 1][1]


def ask_hidden(label):
    """What is typed, and whether more lines came with it."""
    prompt = f"{fill('hidden', label)}: "
    if sys.stdin.isatty() and termios is None:
        return getpass.getpass(prompt), False
    if sys.stdin.isatty():
        line, rest = read_from_terminal(prompt)
    else:
        print(prompt, end="", flush=True)
        line, rest = sys.stdin.readline(), b""
        print()
    if not line:
        stop(fill("empty", label))
    return line.rstrip("\r\n"), bool(rest.strip())


def read_from_terminal(prompt):
    """A line that is not shown, and what was pasted behind it."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    hidden = before[:3] + [before[3] & ~termios.ECHO] + before[4:]
    try:
        termios.tcsetattr(terminal, termios.TCSADRAIN, hidden)
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        # People do not type within a tenth of a second.
        hidden[3] &= ~termios.ICANON
        hidden[6] = [*before[6]]
        hidden[6][termios.VMIN], hidden[6][termios.VTIME] = 0, 1
        termios.tcsetattr(terminal, termios.TCSADRAIN, hidden)
        rest = b"".join(iter(lambda: os.read(terminal, 4096), b""))
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        print()
    return line, rest


def clean(label, answer, pattern):
    cleaned = re.sub(pattern, "", answer)
    if cleaned and cleaned != answer:
        print(fill("spacesRemoved", label), file=sys.stderr)
    return cleaned


def clean_word(label, answer):
    if "-----BEGIN" in answer:
        stop(WORDS["wrongSecret"])
    # As a file in JSON holds it.
    quoted = re.fullmatch(r'[^!-~]*(?:"\w+"\s*:\s*)?"([^"]+)",?[^!-~]*', answer)
    if quoted:
        print(fill("spacesRemoved", label), file=sys.stderr)
        answer = quoted[1]
    cleaned = clean(label, answer, r"^[^!-~]+|[^!-~]+\Z")
    if re.search(r"[^!-~]|[\"'`\\]", cleaned):
        stop(fill("strangeInside", label))
    return cleaned


# [[line]]
def clean_line(label, answer):
    """What people choose may hold spaces and any letters, but no line break."""
    try:  # UTF-8, also where Python takes the terminal for something else
        answer = answer.encode(errors="surrogateescape").decode()
    except UnicodeDecodeError:
        stop(fill("lineInside", label))
    cleaned = clean(label, answer, r"^[\x00-\x1f\x7f]+|[\x00-\x1f\x7f]+\Z")
    if re.search(r"[\x00-\x1f\x7f]", cleaned):
        stop(fill("lineInside", label))
    if cleaned != cleaned.strip(" "):
        print(fill("spaceAtEnd", label), file=sys.stderr)
    return cleaned


# [[/line]]
CLEANERS = {
    "word": clean_word,
    # [[line]]
    "line": clean_line,
    # [[/line]]
}


def ask(label, variable, kind):
    given = os.environ.get(variable)
    if given:
        return CLEANERS[kind](label, given) or stop(fill("empty", label))
    while True:
        answer, has_more = ask_hidden(label)
        cleaned = "" if has_more else CLEANERS[kind](label, answer)
        if cleaned:
            return cleaned
        print(fill("pasted", label) if has_more else fill("empty", label), file=sys.stderr)


def interrupt(*_):
    raise KeyboardInterrupt


def ask_all():
    """Where to ask, and what with: values by their names."""
    # Every end goes by way of what brings the terminal back.
    for name in ("SIGHUP", "SIGQUIT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupt)
    base = choose_base()
    return base, {name: ask(label, variable, kind) for name, label, variable, kind, _ in CREDENTIALS}


def check_forms(typed):
    """Ends where a value is certainly another one, before it is sent: two that are the same, or
    one that has the form of another and not its own.
    """
    for other, label, _, _, own in CREDENTIALS:
        is_own = own and re.search(own, typed[other])
        for name, _, _, _, form in CREDENTIALS:
            if name == other:
                continue
            if name == "secret" and typed[name] == typed[other]:
                stop(fill("same", label))
            if not form or is_own or not re.search(form, typed[other]):
                continue
            if own or not re.search(form, typed[name]):
                stop(fill("swapped", label))
