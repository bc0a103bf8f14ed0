# What an answer holds, and what that means.

import json
import re
import time


def printable(text):
    """The text without what a terminal could obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


class Pairs(list):
    """An object of JSON, in which a name that stands twice has both values."""


def no_number(text):
    raise ValueError(text)


def read_json(text):
    """Throws where the text is no object and no list of JSON. Numbers stay as they are written."""
    whole = json.loads(
        text,
        object_pairs_hook=Pairs,
        parse_int=str,
        parse_float=str,
        parse_constant=no_number,
    )
    if not isinstance(whole, list):
        raise ValueError(text)
    return whole


def flatten(value, path=""):
    """Pairs of a path such as "data.0.perm" and the text of the value there."""
    if value and isinstance(value, Pairs):
        # No name can pass itself off as a path.
        parts = [(name.replace(".", "?"), part) for name, part in value]
    elif value and isinstance(value, list):
        parts = enumerate(value)
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        text = "{}" if isinstance(value, Pairs) else text
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
# A part that most addresses fit, and one that is an address or a range of them.
MOST_ADDRESSES = re.compile(r"[0.:]+(/.*)?|.*/0*[0-7]")
WHOLE_ADDRESS = re.compile(r"([0-9A-Fa-f]+[.:]|::)[0-9A-Fa-f.:]*(/[0-9]+)?")


def finds(flat, path, test, *names):
    """What a test finds in an answer, such as names; it holds where that is anything."""
    found = [(place, value) for place, value in flat if re.fullmatch(path, place)]
    values = [value for _, value in found]
    parts = [part for value in values for part in re.split("[, ]+", value) if part]
    parts = list(dict.fromkeys(parts))
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
        is_bare = not values or any(not value.strip(", ") for value in values)
        is_bare = is_bare or any(part in names or MOST_ADDRESSES.fullmatch(part) for part in parts)
        return ["-"] if is_bare else []
    if test == "odd":
        return [part for part in parts if part not in names and not WHOLE_ADDRESS.fullmatch(part)]
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


def judge(flat, rows, rules, shown=str):
    """What the rules say of an answer, by row or outcome, with what they found as it may be shown."""
    said = {name: [start] for name, _, start in rows}
    for tests, *tells in rules:
        if all_hold(flat, tests):
            found = shown(" ".join(finds(flat, *tests[-1]))) if tests else ""
            for name, *parts in tells:
                said.setdefault(name, []).append(found.join(parts))
    return said
