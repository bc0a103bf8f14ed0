import type { ErrorKind } from '../../vocabulary/error-kinds.ts';

/**
 * What a text says of the trouble in any usual wording, without knowing the exchange: words
 * of exchanges in several languages, of tools, of libraries and of HTTP. Every pattern runs
 * in linear time: no repetition stands in another, and gaps are short.
 */

type Sign = readonly [kind: ErrorKind, pattern: RegExp];

/** The surest first: where several fit, what is more exact speaks. */
const signs: readonly Sign[] = [
  // What the tool was not given, or cannot read: the exchange was never asked.
  [
    'missing',
    /requires? ["'`]?(?:api_?key|secret|password|uid|login|token|private_?key|wallet_?address)["'`]? credential/i,
  ],
  [
    'missing',
    /(?:api[ _-]?key|access[ _-]?key|secret|passphrase|memo|credentials?)\b.{0,30}(?:\b(?:is|are) (?:missing|required|empty|not (?:set|given|provided|configured|found in))\b|must be (?:set|given|provided)|(?:cannot|can't|must not) be (?:empty|blank|null)|not null)/i,
  ],
  [
    'missing',
    /\b(?:missing|no|without|provide (?:your|an?|both)|please (?:set|enter|add|provide)) (?:an? |the |your |valid )?(?:api[ _-]?key|api credentials|secret(?:[ _-]?key)?|passphrase|credentials)\b/i,
  ],
  // Python, of a secret that is None.
  [
    'missing',
    /'NoneType' object has no attribute 'encode'|expected bytes or bytearray, but got 'NoneType'/,
  ],
  [
    'form',
    /could not deserialize key data|unable to load (?:pem|private key)|invalid pem|pem\.decode|malformed ?framing|no start line|decoder routines|asn1 |incorrect padding|non-base32|invalid base64|not correctly encoded|non-hexadecimal|bad (?:base64|key) /i,
  ],
  [
    'form',
    /codec can'?t (?:en|de)code|latin-1|invalid character in header|invalid header value|illegal header value|header value must be|invalid leading whitespace|ERR_INVALID_CHAR|ByteString/i,
  ],
  [
    'form',
    /(?:api[ _-]?key|secret|private key).{0,20}(?:format (?:is )?(?:invalid|wrong)|(?:invalid|bad|wrong|malformed) format|format invalid|illegal characters)|illegal characters found in (?:a )?parameter/i,
  ],
  // Where from.
  [
    'region',
    /restricted ?location|(?:not available|unavailable|not supported|prohibited|restricted|not offered|not allowed) (?:in|from|for) (?:your|this|the) (?:current )?(?:country|region|location|jurisdiction|state)|block access from your country|unavailable for legal reasons|\b451\b|eligibility|location restrictions|country you are in|your (?:country|region) is/i,
  ],
  ['region', /所在(?:地区|国家)|地区(?:限制|不支持)/],
  [
    'address',
    /\bIPs?\b.{0,60}(?:white ?list|allow ?list|not (?:allowed|authori[sz]ed|included|in|bound|trusted|permitted)|restrict|forbidden|unauthori[sz]ed|is invalid|mismatch|denied|blocked)/i,
  ],
  [
    'address',
    /(?:white ?list|allow ?list|invalid (?:request |client |source )?|illegal |unauthori[sz]ed |untrusted |unknown |trusted |forbidden |bound |wrong )\bIP\b/i,
  ],
  [
    'address',
    /\bIP\b.{0,20}(?:绑定|白名单|不在|限制)|(?:绑定|白名单).{0,20}\bIP\b|IP[- ]?Adresse.{0,40}(?:nicht|unzul)/i,
  ],
  // What was signed, and when.
  [
    'passphrase',
    /(?:invalid|incorrect|wrong|mismatch(?:ed)?|error).{0,20}(?:pass ?phrase|\bmemo\b)|(?:pass ?phrase|\bmemo\b).{0,30}(?:invalid|incorrect|wrong|mismatch|error|not match)|(?:密码|口令)(?:错误|不正确)/i,
  ],
  [
    'signature',
    /(?:invalid|incorrect|wrong|bad|mismatch(?:ed|ing)?|check|verify|verification)[ _:-]{0,3}(?:api[ _-]?)?sign(?:ature)?\b|\bsign(?:ature)?[ _-]?(?:for this request |verification |check )?(?:is |was |does |did |has )?(?:not |in)?(?:valid|match|correct|mismatch|error|failed|wrong|incorrect)|invalid_signature|signature length is invalid|\bsecret is (?:invalid|wrong|incorrect)|签名(?:错误|无效|不正确|失败)|Signatur.{0,20}ung(?:ü|ue)ltig/i,
  ],
  [
    'nonce',
    /(?:invalid|expired|wrong|bad|incorrect)[ _-]?(?:nonce|tonce)|\bnonce\b.{0,50}(?:invalid|not|must|too|small|greater|increas|used|within)/i,
  ],
  [
    'clock',
    /\btimestamp\b.{0,60}(?:expired|invalid|not valid|ahead|outside|behind|out of|too|not within|error|difference|exceed)|(?:invalid|expired|wrong|bad|incorrect)[ _-]?timestamp|\brecv_?window\b|request (?:has )?expired|request[_ ]timeout_?expired|(?:system|server|local) (?:time|clock).{0,40}(?:sync|differ|drift|wrong|ahead|behind)|时间戳|请求过期/i,
  ],
  [
    'mode',
    /\bpos_?side\b|position side|hedge mode|(?:one-?way|position|account|margin|dual[- ]side|multi-?assets?) mode|portfolio[ _-]?margin|unified (?:trading )?account|classic account|isolated (?:mode|margin) not/i,
  ],
  [
    'rate',
    /rate ?limit|too many (?:requests|visits|attempts)|too much request weight|ddos ?protection|\b429\b|\b418\b|throttl|request frequency|too frequent|frequency is limited|\bTOO_FAST\b|frequen(?:cy|tly) (?:limit|exceed)|请求(?:过于)?频繁|way too much request/i,
  ],
  [
    'permission',
    /permission[ _-]?denied|permissions? not right|needs? to have .{0,20}permission|action is unauthorized|enable your key|correct permissions|permissions? (?:for|to|error|is|are|required)|(?:no|not have|lacks?|missing|need|insufficient|without|require[sd]?|more) (?:the |an? |any |enough |sufficient |required |trading |trade |withdraw(?:al)? |read |futures |account )*(?:permissions?|privileges?|scopes?|access)\b|not authori[sz]ed (?:to|for)|read[ -]?only (?:key|api)|only read|无权限|权限不足|keine Berechtigung/i,
  ],
  [
    'account',
    /账[号户].{0,8}(?:不能|禁止|冻结|受限)|unfreeze your account|account.{0,20}(?:locked|frozen|suspended|disabled|banned|restricted|not verified|closed)|(?:complete|finish|pass|requires?) (?:your |the )?(?:kyc|identity|verification)|\bKYC\b|identity verification/i,
  ],
  [
    'key',
    /(?:invalid|incorrect|wrong|unknown|bad|unrecogni[sz]ed|inactive|disabled|deleted|expired|revoked|unsupported)[ _:-]{0,3}(?:access |account )?(?:api[ _-]?|ACCESS[-_])?(?:key|token|credentials?)\b|api[ _-]?key.{0,30}(?:(?:is|was|has) (?:not |in|ex|been )?|not |does ?n.?t |do not |in)(?:valid|exists?|found|correct|expired|deleted|recogni[sz]ed|match|active|support)|(?:key|credentials?)[- _]?(?:not[- _]?exists?|not[- _]?found|(?:is|are) invalid|invalid|expired)\b|(?:无效的?|错误的?|不存在).{0,6}(?:api ?key|密钥)|(?:api ?key|密钥).{0,6}(?:无效|错误|不存在)|(?:ung(?:ü|ue)ltiger?|falscher?) (?:API|Schl)/i,
  ],
  [
    'down',
    /maintenance|technical (?:issues|difficulties)|service (?:is )?(?:temporarily |currently )?unavailable|bad gateway|gateway time-?out|internal server error|system (?:is )?(?:busy|error|upgrad)|server (?:is )?(?:busy|overload|error)|exchange ?not ?available|temporarily unavailable|\b50[234]\b|\b52[0-6]\b|系统(?:繁忙|维护|错误|异常)|维护/i,
  ],
];

/** Classes of errors of tools and libraries, where their name is all that a text says. */
const classes: readonly Sign[] = [
  ['rate', /\b(?:RateLimitExceeded|DDoSProtection)\b/],
  ['clock', /\bInvalidNonce\b/],
  ['permission', /\bPermissionDenied\b/],
  ['account', /\bAccountSuspended\b/],
  ['product', /\bAccountNotEnabled\b/],
  ['region', /\bRestrictedLocation\b/],
  [
    'key',
    /(?:no active|failed to find|could not find|cannot find|no such) api[ _-]?key|keys? .{0,40}(?:is|are) (?:either )?(?:wrong|incorrect)/i,
  ],
  [
    'product',
    /(?:have|has)(?: not|n'?t) (?:been |yet )?(?:opened|activated|enabled)|not (?:yet )?(?:opened|activated|enabled) (?:for|on) (?:this|your) account/i,
  ],
  ['product', /\b(?:pair|symbol|market)\b.{0,30}does not support api\b/i],
  // Refused, without a word of why: all that it can be.
  ...(['permission', 'address', 'region'] as const).map((kind): Sign => [
    kind,
    /\baccess (?:is )?denied\b|\brequest (?:is )?forbidden\b/i,
  ]),
  ...(['key', 'signature'] as const).map((kind): Sign => [
    kind,
    /\binvalid authentication\b|\bauthentication (?:failed|error)\b/i,
  ]),
  ['down', /\b(?:ExchangeNotAvailable|OnMaintenance)\b/],
  ['key', /\b\w*Authentication(?:Error|Exception|Failed)\b|\bUnauthori[sz]ed(?:Error|Exception)\b/],
];

/**
 * The kinds of trouble of which a text speaks, the surest first, each once.
 *
 * Input: the text as one line. Output: none where it speaks of nothing known. Never throws.
 */
export function kindsInText(text: string): ErrorKind[] {
  // What a page for browsers says of access is not of the key.
  const isPage = /<!doctype|<html|<h1>|title</i.test(text);
  const found = signs
    .filter(([, pattern]) => pattern.test(text))
    .map(([kind]) => kind)
    .filter((kind) => !isPage || (kind !== 'permission' && kind !== 'key'));
  const all =
    found.length > 0
      ? found
      : classes.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  return [...new Set(all)];
}

/** What an HTTP status can mean where nothing else is said, the likeliest first. */
export const kindsOfStatus: Readonly<Record<number, readonly ErrorKind[]>> = {
  400: ['signature', 'clock', 'key'],
  401: ['key', 'signature', 'address', 'clock'],
  403: ['permission', 'address', 'region'],
  418: ['rate'],
  429: ['rate'],
  451: ['region'],
  500: ['down'],
  502: ['down'],
  503: ['down'],
  504: ['down'],
  520: ['down'],
  522: ['down'],
};
