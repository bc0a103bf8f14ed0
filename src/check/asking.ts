/** Where a chat begins, and who is reached in one. */
const chatLink =
  /\b(?:t\.me|telegram\.(?:me|dog|org)|wa\.me|(?:chat|api)\.whatsapp\.com|whatsapp\.com|discord\.(?:gg|com|me)|discordapp\.com|signal\.(?:me|group)|line\.me|m\.me|join\.skype\.com|viber\.com|weixin\.qq\.com|u\.wechat\.com)(?:\/[\w+#-]+)?/i;
const handle = /(?<![\w.@/`])@[a-z]\w{3,}(?![\w./-]*[./][\w])/i;
const phone =
  /\btel:\S+|(?<![\w.])\+\d(?:[ ().\-–]*\d){7,}|(?<![\w.])\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\w)|\b(?:call|dial|phone|ring|hotline|whatsapp)\b[^.!?\d]{0,40}\d(?:[ ().\-–]*\d){5,}/i;
/** Bitcoin, Ethereum and what is like it, Tron, Litecoin: where money is paid to. */
const paymentAddress =
  /\b(?:(?:bc1|ltc1)[a-z0-9]{25,87}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33})\b/;

const secrets = String.raw`(?:secrets?|passwords?|pass ?phrases?|private keys?|seed(?: phrase| words)?|recovery (?:words|phrase|codes?)|codes?|one-time (?:codes?|passwords?)|2fa|authenticator|api keys?|keys?)`;
/** Verbs that bring a secret to somebody by themselves, and those that need somebody. */
const sending = new RegExp(
  String.raw`\b(?:(?:send|forward|dictate|read out|disclose|reveal)(?:\s+[\w’'-]+){0,5}?\s+(?:your|the|this|that|its|both|all|a)|e-?mail\s+(?:\w+\s+)?(?:your|the))\s+(?:[\w-]+\s+){0,3}?${secrets}\b`,
  'gi',
);
const giving = new RegExp(
  String.raw`\b(?:give|tell|share|show|hand|confirm|provide)\b[^.;:!?]{0,60}?\b${secrets}\b[^.;:!?]{0,30}?\b(?:to|with|by|in)\s+(?:(?:our|the|your|their|a|an|its)\s+)?(?:\w+\s+)?(?:support|help ?desk|agents?|staff|team|us|me|manager|admin\w*|operators?|somebody|someone|anybody|caller|person|chat|e-?mail|phone)\b`,
  'gi',
);
const givingFirst = new RegExp(
  String.raw`\b(?:send|give|tell|show)\s+(?:(?:our|the|your|a|an)\s+)?(?:us|me|support|him|her|them|(?:\w+\s+)?(?:agent|staff|team|manager|operator))\b[^.;:!?]{0,40}?\b${secrets}\b`,
  'gi',
);
const denied =
  /(?:\bnever|\bnot|n['’]t|\bcannot|\bnobody|\bno one|\bno|\bwithout|\bor|\b(?:may|can|should|must) (?:i|we)|\bwill the exchange|\basks? (?:you|anybody) to)\s+(?:\w+\s+)?$/i;
/** "Send nobody your secret" denies behind the verb. */
const deniedBehind = /^\S+\s+(?:nobody|no one|nothing)\b/i;

/** What a text has that nobody needs who follows a guide. */
export type Asking =
  | { readonly kind: 'phone' | 'handle' | 'chat' | 'payment'; readonly found: string }
  | { readonly kind: 'secret'; readonly found: string };

/**
 * Whether a text leads readers to people, or asks them for money or secrets: a telephone
 * number, a name in a chat, an address to pay to, "send your secret to support". What says
 * "never send …" is no such text.
 *
 * Input: a text as authors write it. Output: the first thing of the kind. Never throws.
 */
export function askingIn(text: string): Asking | undefined {
  const plain = text.replaceAll('*', '').replaceAll(/\s+/g, ' ');
  for (const [kind, pattern] of [
    ['chat', chatLink],
    ['phone', phone],
    ['handle', handle],
    ['payment', paymentAddress],
  ] as const) {
    const found = pattern.exec(plain)?.[0];
    if (found !== undefined) return { kind, found };
  }
  for (const pattern of [givingFirst, sending, giving]) {
    for (const { 0: found, index } of plain.matchAll(pattern))
      if (!denied.test(plain.slice(0, index)) && !deniedBehind.test(found))
        return { kind: 'secret', found };
  }
  return undefined;
}
