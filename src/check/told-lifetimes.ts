import { type Span, spanOf, spanPattern } from './amounts.ts';

/** What a sentence says of the end of a key, read as plain English. */

const ending = String.raw`disabled|deleted|expir(?:es?|ed|y|ation)|ends?|ended|removed|stops?|lapses?|runs? out|ran out|dies|die|invalid(?:ated)?|revoked|lasts?|lives?|valid|works? (?:only )?for|good for`;

/** What a sentence about the end of a key is made of. */
const parts = new RegExp(
  [
    // What the exchange does to a key: "deletes it".
    String.raw`\b(?<act>(?:disables?|deletes?|removes?|revokes?|ends?|invalidates?)\s+(?:\S+\s+){0,3}?(?:keys?|it|them))\b`,
    String.raw`\b(?<key>keys?|(?:it|they)(?=\s+(?:is |are |will be |will |then |only |also )*(?:${ending})\b))\b`,
    String.raw`\b(?<end>${ending})\b`,
    String.raw`(?<!(?:every|each|first|last|past|next)\s)\b${spanPattern}(?!\s+(?:before|earlier|ahead)\b)\b`,
  ].join('|'),
  'giu',
);

/** After how long a sentence says that a key ends: "a key … is deleted … after 90 days", or the other way round. */
export function toldSpans(sentence: string): Span[] {
  if (!/\b(?:day|week|fortnight|month|quarter|year)/i.test(sentence)) return [];
  const words = [...sentence.matchAll(parts)].map(({ 0: text, groups = {} }) => ({
    isKey: groups['key'] !== undefined || groups['act'] !== undefined,
    isEnd: groups['end'] !== undefined || groups['act'] !== undefined,
    span:
      groups['count'] === undefined
        ? undefined
        : spanOf(text, groups['count'], groups['unit'] ?? ''),
  }));
  const key = words.findIndex(({ isKey }) => isKey);
  if (key < 0) return [];
  const told = words.flatMap(({ isEnd }, index) => {
    if (!isEnd || index < key) return [];
    const after = words.slice(index + 1).find(({ span }) => span !== undefined);
    const before = words.slice(0, key).findLast(({ span }) => span !== undefined);
    return (after ?? before)?.span ?? [];
  });
  // "For a day" is how people say that they wait.
  const spans = told.filter(({ text }) => !/^(?:a|one) day$/i.test(text));
  return spans.filter(
    ({ text }, index) => spans.findIndex((other) => other.text === text) === index,
  );
}

const endless = new RegExp(
  [
    String.raw`\b(?:keys?|it|they)\b(?:\s+\S+){0,6}?\s+(?:never|(?:does|do|will|can)\s*(?:not|n['’]t)\s+(?:ever\s+)?|don['’]t|doesn['’]t|won['’]t)\s*(?:expires?|ends?|lapses?|run out|runs out|time out|die)\b(?!\s+(?:at|before|after|when|until|on|in|while|with)\b)`,
    String.raw`\b(?:keys?|it|they)\b(?:\s+\S+){0,6}?\s+(?:valid|works?|stays?|lasts?|good|remains?)\b(?:\s+\S+){0,3}?\s+(?:for ever|forever|permanently|indefinitely|without (?:end|limit)|for good|until you (?:delete|remove|revoke) (?:it|them))\b`,
    String.raw`\b(?:keys?|it|they)\b(?:\s+\S+){0,4}?\s+(?:is|are|stays?|remains?)\s+permanent\b`,
    String.raw`\b(?:keys?|it|they)\b(?:\s+\S+){0,4}?\s+(?:has|have|with|do(?:es)? not have|don['’]t have|doesn['’]t have)\s+(?:no|an?|any)\s+(?:expiry|expiration|end|term|time limit)\b`,
    String.raw`\b(?:there is )?no\s+(?:expiry|expiration|time limit)\s+(?:date\s+)?(?:for|of|on)\s+(?:\w+\s+)?keys?\b`,
    String.raw`\bnothing\s+ends\s+(?:a|the|your|this)\s+key\b`,
  ].join('|'),
  'iu',
);
const unsaid = /\b(?:whether|if|unless|not documented|does not mean|not mean)\b|\?/iu;

/** The words with which a sentence says that a key never ends; undefined where it does not. */
export function toldEndless(sentence: string): string | undefined {
  return unsaid.test(sentence) ? undefined : endless.exec(sentence)?.[0];
}
