#!/usr/bin/env python3
# Tests an API key: does it work, and can it do only what it is meant for?
#
# Run it on your own computer, in a terminal: python3 test-key.py
#
# It asks for the values that CREDENTIALS names without showing them, or takes them from the
# environment variables there. It sends them signed to the exchange and to nobody else, changes
# nothing and keeps nothing. It needs Python 3.9 or newer. It ends with the status of the
# outcome that it meets first, and with 1 where something goes wrong before.

import sys  # before the others: none of them may come from the folder that this file lies in

if not getattr(sys.flags, "safe_path", sys.flags.isolated):
    del sys.path[0]

import email.utils
import re
import ssl
import sys
import threading
import time
import urllib.error
import urllib.request

from data import ABOUT, CREDENTIALS, ERRORS, OUTCOMES, PAGE, REQUESTS, ROWS, RULES, TOLERANCE, WORDS
from ask import ask_all, check_forms, fill, stop
from sign import sign, take_secret
from answer import all_hold, flatten, judge, printable, read_json


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The signed request goes to one address and to no other."""

    def redirect_request(self, *_):
        return None


def receive(request):
    """The answer and its text; nothing and the reason where none comes within half a minute."""
    received = [(None, "time")]

    def wait():
        try:
            try:
                answer = urllib.request.build_opener(NoRedirect).open(request, timeout=30)
            except urllib.error.HTTPError as error:
                answer = error
            with answer:
                received.append((answer, answer.read().decode("utf-8-sig", "replace")))
        except Exception as error:  # whatever a broken answer leads to
            untrusted = isinstance(getattr(error, "reason", error), ssl.SSLError)
            received.append((None, "certificate" if untrusted else "network"))

    # The limit of a connection begins anew with each byte.
    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    thread.join(30)
    return received[-1]


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
    answer, content = receive(request)
    if answer is None:
        stop(fill("certificate", base) if content == "certificate" else fill("noAnswer", base))
    try:
        date = email.utils.parsedate_to_datetime(answer.headers["Date"])
        drift = round(time.time() - date.timestamp())
    except (TypeError, ValueError, OverflowError):
        drift = None
    try:
        flat = flatten(read_json(content))
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


def shown_of(text, hidden, instead="?"):
    """What an answer holds, without what was typed in, and not as long as it likes."""
    return instead if any(printable(part) in text for part in hidden) else text[:300]


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
        line = shown_of(f"{path}: {value}", hidden, "")
        if value and line:
            print(f"  {line}")
    error = known_error(status, content, flat)
    if error is None:
        print(fill("unknownError", f"{PAGE}#troubleshooting"))
    else:
        print("\n" + error[5] + "\n" + fill("readMore", f"{PAGE}#{error[4]}"))
    print()
    return error[3] if error and outcome == "refused" else outcome


def main():
    if sys.stdin is None or sys.stdout is None:
        sys.exit(1)
    sys.stdin.reconfigure(errors="surrogateescape")
    sys.stdout.reconfigure(errors="replace")
    if len(sys.argv) > 1:
        stop(WORDS["arguments"])
    print(ABOUT)
    base, typed = ask_all()
    check_forms(typed)
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
            said = judge(flat, ROWS, RULES, lambda text: shown_of(text, hidden))
    if not failed and said is None:
        said = judge([], ROWS, RULES)
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
    for name, _, _, before in OUTCOMES:
        told = dict.fromkeys(said.get(name, []) if name != "alarm" else [])
        # Where it stands before them, they stand in one line.
        if before and told:
            print(before + ", ".join(told))
        else:
            print(*told, sep="\n", end="\n" if told else "")
    for name, status, last, _ in OUTCOMES:
        if last and (name == "else" or name in said):
            print(last)
            sys.exit(status)


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)
