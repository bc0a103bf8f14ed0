"""Runs test programs one after the other in one interpreter, because starting Python costs more
than a program does. Reads a list of cases with source, typed lines and variables from standard
input, as JSON; prints a list of exit status and output.
"""

import io
import json
import os
import sys
import time
import traceback

real_stdout, results = sys.stdout, []
modules = sys.path[1:]
outside = dict(os.environ)


# No fake exchange counts nonces here; what runs a program by itself sees that they grow.
time.sleep = lambda seconds: None
for case in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update({**outside, **case["env"]})
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stdout = sys.stderr = output
    typed = "".join(f"{line}\n" for line in case["typed"]).encode()
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    sys.path[:] = ["", *modules]
    status = 0
    try:
        exec(compile(case["source"], "test-key.py", "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        status = end.code or 0
    except BaseException:
        traceback.print_exc()
        status = 1
    output.flush()
    results.append([status, output.buffer.getvalue().decode()])
print(json.dumps(results), file=real_stdout)
