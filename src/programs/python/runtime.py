#!/usr/bin/env python3
# Tests an API key: does it work, and can it do only what it is meant for?
#
# Run it on your own computer, in a terminal: python3 test-key.py
#
# It asks for the values that CREDENTIALS names without showing them, or takes them from the
# environment variables there. It sends them signed to the exchange and to nobody else, changes
# nothing and keeps nothing. It needs Python 3.9 or newer. It ends with the status of the
# outcome that it meets first, and with 1 where something goes wrong before.

# [[base64]]
import base64
# [[/base64]]
import email.utils
import getpass
# [[hashlib]]
import hashlib
# [[/hashlib]]
# [[hmac]]
import hmac
# [[/hmac]]
import http.client
import json
import os
import re
# [[random]]
import secrets
# [[/random]]
import ssl
import sys
import time
import urllib.error
import urllib.request

# [[data]]
ABOUT = 'Northwind: does this API key work, and can it do only what "Read only" needs?'
PAGE = "https://guides.example/northwind/"
BASE_VARIABLE = "NORTHWIND_API_BASE"
SECRET_FORM = "text"
TOLERANCE = 30

WORDS = {
    "arguments": "This program takes no arguments.",
    "asking": "Asking %s …",
    "badBase": "What stands in %s is no address of the exchange.",
    "badNumber": "Start again, and type one of the numbers.",
    "certificate": "The certificate of %s could not be checked.",
    "clock": "Clock",
    "clockAhead": "this computer is %s seconds ahead",
    "clockBehind": "this computer is %s seconds behind",
    "clockRight": "right",
    "empty": "%s is empty.",
    "hidden": "%s (stays hidden)",
    "lineInside": "There is a line break inside %s.",
    "noAnswer": "No answer from %s.",
    "no": "no",
    "noJson": "What answered at %s is not the API.",
    "number": "Number",
    "readMore": "More: %s",
    "redirected": "The answer points elsewhere (status %s).",
    "refused": "The request was refused (status %s).",
    "rightsHidden": "Look on the website.",
    "spaceAtEnd": "Careful: %s begins or ends with a space.",
    "spacesRemoved": "Careful: a space around %s was taken off.",
    "strangeAnswer": "The answer is not what is documented (status %s).",
    "strangeInside": "There is a space inside %s.",
    "trouble": "The exchange has trouble (status %s).",
    "unknownError": "This error is not on our list. What is: %s",
    "untold": "the answer does not say",
    "whichSite": "On which site is your account?",
    "wrongSecret": "This secret cannot be one for this kind of key.",
}

# Where the account is, address of the API.
PLACES = [("everywhere", "https://api.northwind.example")]

# Name here, label, environment variable, whether it is a word or a line.
CREDENTIALS = [
    ("key", "Key", "NORTHWIND_API_KEY", "word"),
    ("secret", "Secret", "NORTHWIND_API_SECRET", "word"),
    ("passphrase", "Passphrase", "NORTHWIND_API_PASSPHRASE", "line"),
]

# Method, path, what stands before it; what follows where it fails; whether it is judged; what a
# good answer holds.
REQUESTS = [("GET", "/private", "", "refused", True, [("code", "is", "0")])]

# Name, label, what stands there before the rules are looked at.
ROWS = [("works", "Works", "yes")]

# Tests on the last answer; row or outcome, each with what is said around what was found.
RULES = [([("data\\.perm", "others", "read")], ("look", "The answer also names: ", ""))]

# Name, exit status, last line; the first that was met decides.
OUTCOMES = [("refused", 1, "Not proved."), ("look",), ("else", 0, "As it should be for: Read only")]

# Texts of the answer in which "…" stands for anything, codes, statuses; outcome; place on the
# page, and why it happens.
ERRORS = [
    (["Your IP … is not listed"], [], [403], "elsewhere", "error-ip", "It is bound elsewhere."),
]
# [[/data]]


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


def clean(label, answer, pattern):
    cleaned = re.sub(pattern, "", answer)
    if cleaned and cleaned != answer:
        print(fill("spacesRemoved", label), file=sys.stderr)
    return cleaned


def clean_word(label, answer):
    # As a file in JSON holds it.
    quoted = re.fullmatch(r'[^!-~]*"(.+)",?[^!-~]*', answer)
    if quoted:
        print(fill("spacesRemoved", label), file=sys.stderr)
        answer = quoted[1]
    cleaned = clean(label, answer, r"^[^!-~]+|[^!-~]+\Z")
    if "-----BEGIN" in cleaned:
        stop(WORDS["wrongSecret"])
    if re.search(r"[^!-~]|[\"'`\\]", cleaned):
        stop(fill("strangeInside", label))
    return cleaned


# [[line]]
def clean_line(label, answer):
    """What people choose may hold spaces and any letters, but no line break."""
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
    while True:
        try:
            answer = given or getpass.getpass(f"{fill('hidden', label)}: ")
        except EOFError:
            stop(fill("empty", label))
        cleaned = CLEANERS[kind](label, answer)
        if cleaned:
            return cleaned
        if given:
            stop(fill("empty", label))
        print(fill("empty", label), file=sys.stderr)


def take_secret(text):
    """The secret as the bytes that it signs with."""
    # [[secret-base64]]
    if SECRET_FORM == "base64":
        try:
            return base64.b64decode(text, validate=True)
        except ValueError:
            stop(WORDS["wrongSecret"])
    # [[/secret-base64]]
    return text.encode()


# [[recipe]]
def sign(typed, method, path, prefix):
    key, secret = typed["key"], typed["secret"]
    nonce = str(time.time_ns() // 1_000_000) + secrets.token_hex(8)
    signature = hmac.new(secret, (nonce + method + path).encode(), hashlib.sha256).digest()
    headers = {"X-Key": key, "X-Sign": base64.b64encode(signature).decode()}
    return prefix + path, headers, None
# [[/recipe]]


def printable(text):
    """The text without what a terminal could obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def flatten(value, path=""):
    """Pairs of a path such as "data.0.perm" and the text of the value there."""
    if value and isinstance(value, dict):
        parts = value.items()
    elif value and isinstance(value, list):
        parts = enumerate(value)
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        return [(printable(path), printable(text))]
    return [
        pair
        for name, part in parts
        for pair in flatten(part, f"{path}.{name}" if path else str(name))
    ]


# [[until]]
def day_of(unit, value):
    """The day of a time, or what stands there instead."""
    # More digits than these are no time that gmtime knows.
    digits = {"text": 0, "seconds": 11, "milliseconds": 14}[unit]
    if not re.fullmatch("[0-9]+", value) or len(value) > digits:
        return value
    seconds = int(value) // (1 if unit == "seconds" else 1000)
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))


# [[/until]]
# [[partner]]
def addresses_of(parts):
    """Addresses as the page writes them: in lower case, without the mask of a single one."""
    return [re.sub(r"/(32|128)$", "", part).lower() for part in parts]


# [[/partner]]
def finds(flat, path, test, *names):
    """What a test finds in an answer, such as names; it holds where that is anything."""
    found = [(place, value) for place, value in flat if re.fullmatch(path, place)]
    values = [value for _, value in found]
    parts = [part for value in values for part in re.split("[, ]+", value) if part]
    listed = parts if test in ("lists", "lacks") else values
    named = [value for value in listed if value in names]
    if test in ("is", "lists"):
        return named
    if test in ("isnt", "lacks"):
        return [] if named else ["-"]
    if test in ("only", "strays", "among", "beyond"):
        some = values if test in ("only", "strays") else parts
        whole = bool(some) and all(value in names for value in some)
        return ["-"] if whole == (test in ("only", "among")) else []
    if test == "bare":
        return [] if any(part not in names for part in parts) else ["-"]
    if test == "items":
        empty = [value for place, value in flat if re.fullmatch(names[0], place) and value == "[]"]
        return values + empty
    if test == "there":
        return values
    if test == "absent":
        return [] if values else ["-"]
    # [[flags]]
    if test == "flags":  # last names of the paths at which "false" does not stand
        flags = [place.split(".")[-1] for place, value in found if value != "false"]
        return [name for name in flags if name not in names]
    # [[/flags]]
    # [[until]]
    if test == "until":  # the first name is the unit
        ends = [value for value in values if value not in ("", *names[1:])]
        return [day_of(names[0], value) for value in ends[:1]]
    # [[/until]]
    # [[partner]]
    if test == "foreign":  # addresses that are shown in part cannot be compared
        addresses = [address for address in addresses_of(parts) if "*" not in address]
        return [address for address in addresses if address not in names]
    if test == "unbound":
        bound = addresses_of(parts)
        return [] if names[0] in bound or any("*" in address for address in bound) else names
    # [[/partner]]
    return [part for part in parts if part not in names]


def all_hold(flat, tests):
    return all(finds(flat, *test) for test in tests)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The signed request goes to one address and to no other."""

    def redirect_request(self, *_):
        return None


def send(base, typed, method, path, prefix):
    """The answer: status, text, values if it is JSON, seconds that this clock is ahead."""
    url, headers, body = sign(typed, method, path, prefix)
    headers = {"Accept": "application/json", "User-Agent": "test-key", **headers}
    request = urllib.request.Request(
        base + url,
        data=body,
        # Headers can hold any byte, which Python writes as Latin-1.
        headers={name: value.encode().decode("latin-1") for name, value in headers.items()},
        method=method,
    )
    try:
        try:
            answer = urllib.request.build_opener(NoRedirect).open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            content = answer.read().decode("utf-8-sig", "replace")
    except (OSError, http.client.HTTPException) as error:
        if isinstance(getattr(error, "reason", error), ssl.SSLError):
            stop(fill("certificate", base))
        stop(fill("noAnswer", base))
    try:
        date = email.utils.parsedate_to_datetime(answer.headers["Date"])
        drift = round(time.time() - date.timestamp())
    except (TypeError, ValueError, OverflowError):
        drift = None
    try:
        flat = flatten(json.loads(content))
    except (ValueError, RecursionError):
        flat = None
    return answer.status, content, flat, drift


def clock_of(drift):
    if drift is None:
        return WORDS["untold"]
    if drift > TOLERANCE:
        return fill("clockAhead", drift)
    if drift < -TOLERANCE:
        return fill("clockBehind", -drift)
    return WORDS["clockRight"]


def known_error(status, content, flat):
    """The first error that fits, by texts of the answer, else by values in it, else its status."""
    values = [value for _, value in flat or []]
    signs = [
        lambda texts, codes, statuses: any(
            all(part in content for part in text.split("…")) for text in texts
        ),
        lambda texts, codes, statuses: any(
            code in values or (re.search("[A-Za-z]", code) and code in content) for code in codes
        ),
        lambda texts, codes, statuses: status in statuses,
    ]
    return next((error for fits in signs for error in ERRORS if fits(*error[:3])), None)


def explain(base, hidden, outcome, status, content, flat):
    """Tells why an answer is not a good one; returns the outcome that follows."""
    if status == 200 and flat is None:
        print(fill("noJson", base))
        return outcome
    if status == 200:
        print(fill("strangeAnswer", status))
    elif status // 100 == 3:
        print(fill("redirected", status))
    elif status == 429 or status // 100 == 5:
        print(fill("trouble", status))
    else:
        print(fill("refused", status))
    for path, value in (flat or [])[:6]:
        line = f"  {path}: {value}"
        if value and not any(printable(part) in line for part in hidden):
            print(line)
    error = known_error(status, content, flat)
    if error is None:
        print(fill("unknownError", f"{PAGE}#troubleshooting"))
    else:
        print("\n" + error[5] + "\n" + fill("readMore", f"{PAGE}#{error[4]}"))
    print()
    return error[3] if error and outcome == "refused" else outcome


def judge(flat):
    """What the rules say of an answer, by row or outcome."""
    said = {name: [start] for name, _, start in ROWS}
    for tests, *tells in RULES:
        if all_hold(flat, tests):
            found = " ".join(finds(flat, *tests[-1])) if tests else ""
            for name, *parts in tells:
                said.setdefault(name, []).append(found.join(parts))
    return said


def main():
    sys.stdout.reconfigure(errors="replace")
    if len(sys.argv) > 1:
        stop(WORDS["arguments"])
    print(ABOUT)
    base = choose_base()
    typed = {name: ask(*how) for name, *how in CREDENTIALS}
    hidden = list(typed.values())
    typed["base"] = base
    typed["secret"] = take_secret(typed["secret"])
    print(fill("asking", base), flush=True)
    said, failed = None, None
    for *request, outcome, judged, good in REQUESTS:
        status, content, flat, drift = send(base, typed, *request)
        if status != 200 or flat is None or not all_hold(flat, good):
            failed = failed or (outcome, status, content, flat)
        elif judged:
            said = judge(flat)
    if not failed and said is None:
        said = judge([])
    for line in (said or {}).get("alarm", [])[:1]:
        print(line)
    if failed:
        outcome = explain(base, hidden, *failed)
        if said is None and outcome == "look":
            said = {name: [start] for name, _, start in ROWS}
        if said and outcome != "look":
            said["works"] = [WORDS["no"]]
        said = said or {}
        said.setdefault(outcome, []).extend([WORDS["rightsHidden"]] if outcome == "look" else [])
    for name, label, _ in ROWS:
        if name in said:
            print(label.ljust(12), said[name][-1])
    print(WORDS["clock"].ljust(12), clock_of(drift))
    print()
    for name, *_ in OUTCOMES:
        for line in dict.fromkeys(said.get(name, []) if name != "alarm" else []):
            print(line)
    for name, *end in OUTCOMES:
        if end and (name == "else" or name in said):
            print(end[1])
            sys.exit(end[0])


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)
