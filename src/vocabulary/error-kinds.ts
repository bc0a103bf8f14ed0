/**
 * What is wrong when an exchange refuses a request, the same words for every exchange.
 *
 * `site` is also the test environment instead of the real one; `passphrase` is also the
 * memo of a key; `account` is the state of the account or which account a key belongs
 * to; `product` is something that is not opened or not offered to the account; `region` is
 * where the reader or the computer is; `mode` is a mode of the account, such as hedge or
 * portfolio margin; `missing` is a value that the tool was not given, `form` one that it
 * cannot read; `down` is trouble of the exchange.
 */
export const errorKinds = [
  'key',
  'signature',
  'passphrase',
  'clock',
  'nonce',
  'address',
  'permission',
  'site',
  'account',
  'product',
  'region',
  'mode',
  'rate',
  'missing',
  'form',
  'down',
  'other',
] as const;

export type ErrorKind = (typeof errorKinds)[number];

/** Kinds that every active exchange maps, or states that no source documents its answer. */
export const wantedErrorKinds = [
  'key',
  'signature',
  'clock',
  'address',
  'permission',
] as const satisfies readonly ErrorKind[];
