# What signs.

# [[base64]]
import base64
# [[/base64]]
# [[hashlib]]
import hashlib
# [[/hashlib]]
# [[hmac]]
import hmac
# [[/hmac]]
# [[random]]
import secrets
# [[/random]]
import time

from ask import stop
from data import SECRET_FORM, WORDS


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
