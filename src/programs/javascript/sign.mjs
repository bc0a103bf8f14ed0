// What signs.

import crypto from 'node:crypto';
import { stop } from './ask.mjs';
import { secretForm, words } from './data.mjs';

// [[private-key]]
// Kinds of private keys that sign so.
const kinds = [
  // [[rsa-sha256]]
  'rsa',
  // [[/rsa-sha256]]
  // [[ed25519]]
  'ed25519',
  // [[/ed25519]]
  // [[es256]]
  'prime256v1',
  // [[/es256]]
];

function privateKeyOf(read) {
  try {
    const key = read();
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key;
    if (kinds.includes(kind === 'ec' ? details.namedCurve : kind)) return key;
  } catch {
    // No private key at all.
  }
  return stop(words.wrongSecret);
}

// [[/private-key]]
// [[secret-ec-pem-or-ed25519]]
// 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8.
function ed25519KeyOf(text) {
  if (!/^[A-Za-z0-9+/]{86}==$/.test(text)) throw new Error('no 64 bytes');
  const seed = Buffer.from(text, 'base64').subarray(0, 32);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

// [[/secret-ec-pem-or-ed25519]]
// The secret in the form in which it signs.
export function takeSecret(text) {
  switch (secretForm) {
    // [[secret-text]]
    case 'text':
      if (text.includes('-----BEGIN')) stop(words.wrongSecret);
      return text;
    // [[/secret-text]]
    // [[secret-base64]]
    case 'base64':
      if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
        stop(words.wrongSecret);
      return Buffer.from(text, 'base64');
    // [[/secret-base64]]
    // [[secret-pem]]
    case 'pem':
      return privateKeyOf(() => crypto.createPrivateKey(text));
    // [[/secret-pem]]
    // [[secret-ec-pem-or-ed25519]]
    case 'ec-pem-or-ed25519':
      return privateKeyOf(() =>
        text.includes('-----BEGIN') ? crypto.createPrivateKey(text) : ed25519KeyOf(text),
      );
    // [[/secret-ec-pem-or-ed25519]]
  }
}

// [[recipe]]
export function sign({ key, secret }, method, path, prefix) {
  const nonce = String(Date.now());
  const signature = crypto
    .createHmac('sha256', secret)
    .update(nonce + method + path)
    .digest('hex');
  return { url: prefix + path, headers: { 'X-Key': key, 'X-Sign': signature } };
}
// [[/recipe]]
