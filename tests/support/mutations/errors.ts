import { lineAt, replaceAt } from './damage.ts';
import type { Kind } from './kind.ts';

/** Damage to what is known of errors. */
export const errorKinds: readonly Kind[] = [
  {
    name: 'a usual error that nothing is said about',
    rule: 'usual-error',
    file: 'errors.yaml',
    damage: (text, { facts }) =>
      facts.status.state === 'active'
        ? {
            text: text.replaceAll(/(?<=kinds: \[.*|kind: )\bsignature\b/g, 'other'),
            line: lineAt(text, text.indexOf('entries:')),
          }
        : undefined,
  },
  {
    name: 'two causes that nothing tells apart',
    rule: 'tell-apart',
    file: 'errors.yaml',
    damage: (text, { facts }) => {
      const several = facts.troubleshooting.find(
        ({ kinds, causes, tellApart }) =>
          kinds !== undefined && causes.length > 1 && tellApart !== undefined,
      );
      if (facts.status.state !== 'active' || several === undefined) return undefined;
      const start = text.indexOf(`  - id: ${several.id}\n`);
      const damaged = replaceAt(text.slice(start), / {4}tellApart:.*\n(?: {6}.*\n)*/, '');
      if (damaged === undefined) return undefined;
      const whole = text.slice(0, start) + damaged.text;
      return { text: whole, line: lineAt(whole, whole.indexOf('    causes:', start)) };
    },
  },
  {
    name: 'a text of an answer that says nothing',
    rule: 'error-found',
    file: 'errors.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {4}messages: )\[.*\]/, '["…"]'),
  },
];
