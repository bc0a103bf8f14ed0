# shellcheck shell=sh
# What signs: the secret reaches other programs by their standard input alone.

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
  printf '%s\n' "$secret" | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null
}

# [[/rsa-sha256]]
# [[ed25519]]
sign_ed25519() {
  printf '%s\n' "$secret" | openssl pkeyutl -sign -rawin -inkey /dev/stdin -in "$work" 2>/dev/null
}

# [[/ed25519]]
# [[es256]]
raw_signature() { # a DER signature comes in, its two numbers of 32 bytes go out
  from_hex "$(openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' |
    while IFS= read -r number; do printf '%64s' "$number"; done | tr ' ' 0)"
}

sign_es256() {
  printf '%s\n' "$secret" | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null | raw_signature
}

# [[/es256]]
# [[es256-or-eddsa]]
sign_es256_or_eddsa() {
  case $algorithm:$secret in
    ES256:*) sign_es256 ;;
    *-----BEGIN*) sign_ed25519 ;;
    *) # 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8
      {
        from_hex 302e020100300506032b657004220420
        printf '%s' "$secret" | openssl base64 -d -A | head -c 32
      } | openssl pkeyutl -sign -rawin -keyform DER -inkey /dev/stdin -in "$work" 2>/dev/null
      ;;
  esac
}

# [[/es256-or-eddsa]]
# [[private-key]]
check_private_key() { # ends where it is of no kind that signs so; leaves $algorithm
  public=$(printf '%s\n' "$secret" | openssl pkey -passin pass: -pubout -outform DER 2>/dev/null |
    to_hex)
  case $public in
    # [[rsa-sha256]]
    *06092a864886f70d010101*) algorithm=RSA ;;
    # [[/rsa-sha256]]
    # [[ed25519]]
    302a300506032b6570*) algorithm=EdDSA ;;
    # [[/ed25519]]
    # [[es256]]
    3059301306072a8648ce3d020106082a8648ce3d030107*) algorithm=ES256 ;;
    # [[/es256]]
    # [[ed25519]]
    '') # older versions know no Ed25519
      case $(printf '%s\n' "$secret" | sed '/-----/d' | tr -d '\n' | openssl base64 -d -A | to_hex) in
        302e020100300506032b657004220420*) stop "$text_cannot_sign" ;;
        *) stop "$text_wrong_secret" ;;
      esac
      ;;
    # [[/ed25519]]
    *) stop "$text_wrong_secret" ;;
  esac
}

# [[/private-key]]
take_secret() { # looks at the secret, and puts it into the form in which it signs
  [ "${#secret}" -lt 10000 ] || stop "$text_wrong_secret"
  case $secret_form in
    # [[secret-text]]
    text)
      case $secret in *-----BEGIN*) stop "$text_wrong_secret" ;; esac
      secret_hex=$(printf '%s' "$secret" | to_hex)
      ;;
    # [[/secret-text]]
    # [[secret-base64]]
    base64)
      case $secret in
        *[!A-Za-z0-9+/=]* | *=[!=]* | *===) stop "$text_wrong_secret" ;;
      esac
      [ $((${#secret} % 4)) = 0 ] || stop "$text_wrong_secret"
      secret_hex=$(printf '%s' "$secret" | openssl base64 -d -A | to_hex)
      ;;
    # [[/secret-base64]]
    # [[secret-pem]]
    pem) check_private_key ;;
    # [[/secret-pem]]
    # [[secret-ec-pem-or-ed25519]]
    ec-pem-or-ed25519)
      case $secret in
        *-----BEGIN*) check_private_key ;;
        *[!A-Za-z0-9+/=]*) stop "$text_wrong_secret" ;;
        *==)
          [ "${#secret}" = 88 ] || stop "$text_wrong_secret"
          algorithm=EdDSA
          ;;
        *) stop "$text_wrong_secret" ;;
      esac
      ;;
    # [[/secret-ec-pem-or-ed25519]]
  esac
}

# [[recipe]]
sign() { # the values of the request of $method and $path
  timestamp=$(date +%s)
  header=$(printf '%s' "${algorithm:-none}" | base64url)
  signature=$(printf '%s' "$timestamp$method$prefix$path" | hmac sha256 64 "$secret_hex" | to_hex)
  [ -n "$signature" ] || stop "$text_cannot_sign"
}

describe() { # the request, for curl
  conf url "$base$path"
  conf header 'X-Sign: '"$header.$signature"
}
# [[/recipe]]
