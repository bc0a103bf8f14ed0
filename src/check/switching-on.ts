import { labelWords } from '../derive/label-words.ts';

/**
 * Whether a sentence tells readers to switch something on. It is read as plain English:
 * verbs, what stands between them and the label, and what denies them.
 */

/**
 * Verbs that switch on, "switch … on" among them; the object follows, or stands between. In
 * other forms ("allows") they describe.
 */
const switching =
  /\b(?:(?:switch|turn|put)\b(?=(?:\W+\S+){0,8}?\W+on\b)|(?:re-?)?(?:tick|enable|activate|allow|grant|unlock|permit|authori[sz]e)\b)/giu;
/** Verbs that switch something on only where the label itself is their object. */
const choosing =
  /\b(?:choose|select|mark|add|give|press|click|tap|open|include|pick|accept|confirm|set)\b|\bcheck\b(?! that| whether| if)/giu;
/** What denies the verb behind it, with one word between at most. */
const denied =
  /(?:\bnever|\bnot|n['’]t|\bcannot|\bnobody|\bno one|\bwithout|\bnor|\binstead of|\bor)\s+(?:\w+\s+)?$/iu;
/** Where what a verb governs ends. */
const ends =
  /[;:]|\b(?:leaves?|keeps?|leaving|keeping|is|are|stays?|remains?|needs?|never|do not|don['’]t|untick|clear|except|but|not|without|which|against)\b/iu;
/** Settings that are no power. */
const nothing = /\b(?:to|at|on|as)\s+(?:no access|none|off|disabled|nothing|no)\b/iu;
/** "X must be on", "X is ticked". */
const isOn =
  /\uE000\d+\uE001(?:\s+\S+){0,3}?\s+(?:is|are|be|stays?)\s+(?:(?:switched|turned)\s+)?(?:on|ticked|enabled|active|allowed)\b/u;
const offWords = String.raw`(?:off|empty|unticked|unchecked|clear|out|alone|not ticked|not on|(?:at |on )?no access)`;

/** A text without the marks of Markdown, in sentences. */
export function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+/);
}

/**
 * What a sentence tells readers to switch on although nobody may.
 *
 * Input: one sentence without marks of Markdown, and the labels that stay off. Output: the
 * label, or the word for withdrawing, sending or paying; undefined where it tells nothing
 * of the kind. Never throws.
 */
export function switchedOn(sentence: string, labels: readonly string[]): string | undefined {
  // A label may be a verb itself ("Enable Withdrawals"); it is told apart by its sign.
  const signs = labels.map((label, index) => ({ label, sign: `\uE000${index}\uE001` }));
  const masked = signs
    .toSorted((a, b) => b.label.length - a.label.length)
    .reduce((text, { label, sign }) => text.replaceAll(labelPattern(label), sign), sentence);
  const labelIn = (text: string): string | undefined =>
    signs.find(({ sign }) => text.includes(sign))?.label;
  const moves = labels.some((label) => labelWords(label).has('transfer'));
  const powerIn = (text: string): string | undefined => {
    const words = labelWords(text);
    return words.get('out') ?? (moves ? words.get('transfer') : undefined);
  };
  for (const governed of governedBy(masked, switching)) {
    const found = labelIn(governed) ?? powerIn(governed);
    if (found !== undefined) return found;
  }
  for (const governed of governedBy(masked, choosing)) {
    const found = nothing.test(governed) ? undefined : labelIn(governed);
    if (found !== undefined) return found;
  }
  const told = masked.replace(/\b(?:if|where|when|whether|unless|that)\b.*/iu, '');
  return labelIn(isOn.exec(told)?.[0] ?? '');
}

/** What each verb of a kind governs, unless the verb is denied. */
function governedBy(sentence: string, verbs: RegExp): string[] {
  return [...sentence.matchAll(verbs)].flatMap(({ 0: verb, index }) => {
    if (denied.test(sentence.slice(0, index))) return [];
    const rest = sentence.slice(index + verb.length);
    const end = ends.exec(rest)?.index ?? rest.length;
    return [rest.slice(0, end)];
  });
}

/**
 * Whether a sentence that names a label says that it stays off, in one of the fixed ways:
 * "Leave X off", "X is off", "Set X to No access", "Never switch X on", "with X off".
 *
 * Input: one sentence without marks of Markdown, and a label in it.
 */
export function saysOff(sentence: string, label: string): boolean {
  const sign = '\uE000';
  const masked = sentence.replaceAll(labelPattern(label), sign);
  return [
    String.raw`\b(?:leav|keep)(?:e|es|s|ing)?\b[^;]*?${sign}[^;]*?\b${offWords}`,
    String.raw`${sign}[^;]*?\b(?:is|are|stays?|remains?|be|stay)\s+(?:(?:also|still|both|all|too)\s+)?${offWords}`,
    String.raw`${sign}[^;]*?\b(?:to|at|on)\s+(?:no access|none|off|disabled|nothing|no)\b`,
    String.raw`\b(?:never|not|don['’]t)\s+(?:switch|turn|tick|set|choose|select|enable|give|allow|add|activate|grant|use|open)(?:s|es)?\b[^;]*?${sign}`,
    String.raw`\b(?:not with|without|not)\s+${sign}`,
    String.raw`\bif\b[^;,]*?\b(?:wants|asks for|demands)\s+${sign}, (?:ask|refuse|stop|do not)\b`,
    String.raw`\bwith\b[^;]*?${sign}[^;]*?\s${offWords}`,
    String.raw`\b(?:(?:switch|turn)(?:es|s)? off|untick|clear|empty)\b[^;]*?${sign}`,
    String.raw`\b(?:switch|turn)(?:es|s)?\s[^;]*?${sign}[^;]*?\soff\b`,
  ].some((frame) => new RegExp(frame, 'iu').test(masked));
}

/** Whether a label stands in a sentence as whole words, with its capitals. */
export function hasLabel(sentence: string, label: string): boolean {
  return sentence.search(labelPattern(label)) >= 0;
}

function labelPattern(label: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${RegExp.escape(label)}(?![\p{L}\p{N}])`, 'gu');
}
