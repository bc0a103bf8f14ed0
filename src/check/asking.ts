import { sentencesOf } from './switching-on.ts';

/** Where a chat begins, and who is reached in one. */
const chatLink =
  /\b(?:t\.me|telegram\.(?:me|dog|org)|wa\.me|(?:chat|api)\.whatsapp\.com|whatsapp\.com|discord\.(?:gg|com|me)|discordapp\.com|signal\.(?:me|group)|line\.me|m\.me|join\.skype\.com|viber\.com|weixin\.qq\.com|u\.wechat\.com)(?:\/[\w+#-]+)?/i;
const handle = /(?<![\w.@/`])@[a-z]\w{3,}(?![\w./-]*[./][\w])/i;
const phone =
  /\btel:\S+|(?<![\w.])\+\d(?:[ ().\-–]*\d){7,}|(?<![\w.])\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\w)|\b(?:call|dial|phone|ring|hotline|whatsapp)\b[^.!?\d]{0,40}\d(?:[ ().\-–]*\d){5,}/i;
/** Numbers in words, with letters for digits, or short ones that are called. */
const phoneInWords =
  /(?:\b(?:plus|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred)\b[\s,.–-]*){7,}|(?<![\w-])\d-\d{3}-(?=[A-Z\d-]*[A-Z])[A-Z\d]{3,4}-?[A-Z\d]{4}(?![\w-])|\b(?:call|dial|ring|hot ?line|help ?line)\b[^.!?\d]{0,30}(?<!\w)(?!20\d\d\b)\d{4,}\b/i;
/** Where strangers answer. */
const chatApp =
  /\b(?:Telegram|WhatsApp|WeChat|Discord|Skype|Viber|KakaoTalk|Messenger|Reddit|LINE id|(?:on|in|via|through|by|use|open) Signal|[Dd]irect message|DM)\b/;
/** Bitcoin, Ethereum and what is like it, Tron, Litecoin: where money is paid to. */
const paymentAddress =
  /\b(?:(?:bc1|ltc1)[a-z0-9]{25,87}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33})\b/;

/** Accounts of banks and of exchanges, names and invoices that stand for a wallet, an address in pieces. */
const furtherPayment =
  /\b[A-Z]{2}\d{2}(?: [A-Z\d]{4}){3,7}(?: [A-Z\d]{1,3})?\b|\b[A-Z]{2}\d{2}\d{4}[A-Z\d]{8,26}\b|\b[\w-]+\.eth\b|\bln(?:bc|tb)[a-z\d]{20,}|\b(?:bc1|ltc1)[a-z\d]{0,4}(?: [a-z\d]{2,6}){6,}|\b(?:pay id|uid)\s+\d{6,}/i;
/** A sum that readers are to pay, wherever it goes. */
const amount =
  /\b(?:send|pay|deposit|transfer|top up)\b[^.!?]{0,40}?(?:\b\d[\d.,]*\s?(?:USDT|USDC|BTC|ETH|TRX|SOL|EUR|USD|GBP|dollars?|euros?)\b|[$€£]\s?\d)/i;
/** What opens a wallet, and no exchange asks for. */
const wallet =
  /\bseed (?:phrase|words)\b|\brecovery (?:phrase|words)\b|\bmnemonics?\b|\b(?:twelve|12|twenty-four|24) words\b|\bwallet\b[^.!?]{0,40}\bprivate key\b/i;
/** Ways of handing out a secret without saying so. */
const handing = [
  /\b(?:read|dictate|spell)\b[^.!?]{0,40}\b(?:secrets?(?: key)?|key|values?|codes?|pass ?phrase)\b[^.!?]{0,20}\bto (?:them|him|her|the \w+|somebody|staff)\b/i,
  /\b(?:e-?mail|mail|paste|post|upload|show|shown)\b[^.!?]{0,40}\b(?:secrets?(?: key)?|values|pass ?phrase)\b[^.!?]{0,20}\b(?:to yourself|to the people|in(?:to)? (?:a|an|the) (?:chat\w*|forum|ticket|assistant|e-?mail))\b/i,
  /\b(?:take|make|keep)\s+(?:a|one)\s+(?:picture|photo|screenshot)\b[^.!?]{0,20}\b(?:secrets?|key|values?)\b/i,
  /\b(?:give|tell|send)\b[^.!?]{0,20}\b(?:it|caller|them|him|her|tool)\b[^.!?]{0,30}\b(?:codes?|six digits|authenticator|password)\b/i,
  /\bsend\b[^.!?]{0,40}\bcodes?\b[^.!?]{0,40}\bto your tool\b/i,
  /\b(?:use|enter|type|give)\s+your\s+(?:\w+\s+)?password\b[^.!?]{0,20}\b(?:there|(?:to|in|into) (?:the|your) tool|as (?:the |your |a )?pass ?phrase|so that you do not forget)\b/i,
  /\bhave the secret\b[^.!?]{0,20}\b(?:looked|checked|read)\b/i,
];
/** A sentence that warns of what it names. */
const warns = /\b(?:never|not|cannot|no|nobody|none|nothing|without|neither|nor)\b|n['’]t\b/i;

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
  | { readonly kind: 'phone' | 'handle' | 'chat' | 'payment' | 'amount'; readonly found: string }
  | { readonly kind: 'secret'; readonly found: string };

/**
 * Whether a text leads readers to people, or asks them for money or secrets: a telephone
 * number, a name in a chat, an address to pay to, "send your secret to support". What says
 * "never send …" is no such text.
 *
 * Input: a text as authors write it. Output: the first thing of the kind. Never throws.
 */
export function askingIn(text: string): Asking | undefined {
  // A digit of another script is read as one.
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?![0-9])\p{Nd}/gu, '0')
    .replaceAll('*', '')
    .replaceAll(/\s+/g, ' ');
  for (const [kind, pattern] of [
    ['chat', chatLink],
    ['phone', phone],
    ['handle', handle],
    ['payment', paymentAddress],
    ['phone', phoneInWords],
    ['payment', furtherPayment],
  ] as const) {
    const found = pattern.exec(plain)?.[0];
    if (found !== undefined) return { kind, found };
  }
  for (const pattern of [givingFirst, sending, giving]) {
    for (const { 0: found, index } of plain.matchAll(pattern))
      if (!denied.test(plain.slice(0, index)) && !deniedBehind.test(found))
        return { kind: 'secret', found };
  }
  for (const sentence of sentencesOf(plain).filter((candidate) => !warns.test(candidate))) {
    for (const [kind, patterns] of [
      ['chat', [chatApp]],
      ['amount', [amount]],
      ['secret', [wallet, ...handing]],
    ] as const) {
      const found = patterns.flatMap((pattern) => pattern.exec(sentence)?.[0] ?? [])[0];
      if (found !== undefined) return { kind, found };
    }
  }
  return undefined;
}
