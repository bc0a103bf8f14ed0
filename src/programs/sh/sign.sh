# What signs: the secret reaches other programs by their standard input alone.

# [[hex]]
to_hex() { od -An -v -tx1 | tr -dc 0-9a-f; }

from_hex() { # hexadecimal text, and a number that each byte is combined with
  left=$1 escapes=''
  while [ -n "$left" ]; do
    next=${left#??}
    byte=$((0x${left%"$next"} ^ ${2:-0}))
    escapes="$escapes\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
    left=$next
  done
  # shellcheck disable=SC2059 # the format is nothing but octal numbers
  printf "$escapes"
}

# [[/hex]]
# [[hmac]]
# HMAC (RFC 2104) of two hashes, because openssl takes the secret for its own as an argument,
# which everybody on the computer can read.
hmac() { # hash, bytes in a block of the hash, key in hexadecimal; the message comes in
  padded=$3
  if [ "${#padded}" -gt "$(($2 * 2))" ]; then
    padded=$(from_hex "$padded" | openssl dgst "-$1" -binary | to_hex)
  fi
  while [ "${#padded}" -lt "$(($2 * 2))" ]; do padded=${padded}00; done
  {
    from_hex "$padded" 92
    { from_hex "$padded" 54; cat; } | openssl dgst "-$1" -binary
  } | openssl dgst "-$1" -binary
}

# [[/hmac]]
# [[base64url]]
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# [[/base64url]]
# [[rsa-sha256]]
# The private key goes to openssl on standard input, the text to sign in a file.
sign_rsa_sha256() {
  printf '%b\n' "$secret" | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null
}

# [[/rsa-sha256]]
# [[ed25519]]
sign_ed25519() {
  printf '%b\n' "$secret" | openssl pkeyutl -sign -rawin -inkey /dev/stdin -in "$work" 2>/dev/null
}

# [[/ed25519]]
# [[es256]]
raw_signature() { # a DER signature comes in, its two numbers of 32 bytes go out
  from_hex "$(openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' |
    while IFS= read -r number; do printf '%64s' "$number"; done | tr ' ' 0)"
}

sign_es256() {
  printf '%b\n' "$secret" | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null | raw_signature
}

# [[/es256]]
# [[es256-or-eddsa]]
sign_es256_or_eddsa() {
  case $secret in
    *-----BEGIN*) sign_es256 ;;
    *) # 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8
      {
        from_hex 302e020100300506032b657004220420
        printf '%s' "$secret" | openssl base64 -d -A | head -c 32
      } | openssl pkeyutl -sign -rawin -keyform DER -inkey /dev/stdin -in "$work" 2>/dev/null
      ;;
  esac
}

# [[/es256-or-eddsa]]
