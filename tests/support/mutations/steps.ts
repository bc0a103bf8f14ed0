import { appendLine, inStep, lineAt, replaceAt, shifted, titleLine } from './damage.ts';
import type { Kind } from './kind.ts';

/** Damage to steps and screens. */
export const stepKinds: readonly Kind[] = [
  // Steps
  {
    name: 'a step misspelt in the list',
    rule: 'schema',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\n {2}- )revoke-key/, 'revoke-keys'),
  },
  {
    name: 'the file of a step misspelt',
    rule: 'step-unknown',
    file: 'steps/revoke-key.mdx',
    damage: (text, { slug }) => ({
      text,
      line: 1,
      renamedTo: `exchanges/${slug}/steps/revoke-keys.mdx`,
    }),
  },
  {
    name: 'the file of a step missing',
    rule: 'step-missing',
    file: 'steps/revoke-key.mdx',
    damage: (_text, { slug, texts }) => {
      const guide = texts.get(`exchanges/${slug}/guide.mdx`) ?? '';
      return {
        text: undefined,
        line: lineAt(guide, guide.indexOf('\n  - revoke-key') + 1),
        reportedIn: `exchanges/${slug}/guide.mdx`,
      };
    },
  },
  {
    name: 'a required step missing in the list',
    rule: 'step-missing',
    file: 'guide.mdx',
    damage: (text) => {
      const damaged = replaceAt(text, / {2}- revoke-key\n/, '');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('\nsteps:') + 1) };
    },
  },
  {
    name: 'a step twice in the list',
    rule: 'step-repeated',
    file: 'guide.mdx',
    damage: (text) =>
      shifted(
        replaceAt(text, / {2}- revoke-key\n/, (found) => found + found),
        1,
      ),
  },
  {
    name: 'words in the guide itself',
    rule: 'outside-step',
    file: 'guide.mdx',
    damage: (text) => appendLine(text, 'Stray words.'),
  },
  {
    name: 'a step in the guide itself',
    rule: 'outside-step',
    file: 'guide.mdx',
    damage: (text) => appendLine(text, '<Step id="create-subaccount">\n\n1. Wait.\n\n</Step>'),
  },
  // Grammar
  {
    name: 'words between the parts of a step that creates the key',
    rule: 'step-grammar',
    file: 'steps/create-key.mdx',
    damage: (text) => appendLine(text, 'Some say otherwise.'),
  },
  {
    name: 'own words in place of an action from the facts',
    rule: 'step-parts',
    file: 'steps/save-credentials.mdx',
    damage: (text) => ({
      text: text.replaceAll(/\d\. <Credentials \/>/g, '1. Save what you see.'),
      line: titleLine(text),
    }),
  },
  ...inStep('tool-words', { 'words for the tool that stay': 'Ask the makers of the tool.' }),
  {
    name: 'a screen of another site of the exchange',
    rule: 'address-line',
    file: 'screens.yaml',
    damage: (text, { facts }) => {
      const { items, main } = facts.sites;
      const hostOf = (address: string): string => new URL(address).host;
      const own = hostOf(items.find(({ id }) => id === main)?.address ?? items[0]?.address ?? '');
      const other = items.find(({ address }) => hostOf(address) !== own);
      return other && replaceAt(text, /(?<=\n {4}address: ).*/, other.address);
    },
  },
  // Screens
  {
    name: 'a drawn screen that no step places',
    rule: 'screen-placement',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {2}- id: ).*/.exec(text)?.[0] ?? '';
      const entry = text.slice(text.indexOf(`  - id: ${first}`)).split(/\n\n? {2}- id: /)[0] ?? '';
      return appendLine(text, entry.trimEnd().replace(first, 'spare-screen'), 1);
    },
  },
  {
    name: 'a step without a screen',
    rule: 'screen-for-step',
    file: 'steps/create-key.mdx',
    damage: (text) => ({
      text: text.replaceAll(/<Screen id="[^"]*" \/>/g, ''),
      line: titleLine(text),
    }),
  },
  {
    name: 'a screen that does not exist',
    rule: 'unknown-screen',
    file: 'steps/create-key.mdx',
    damage: (text) => replaceAt(text, /(?<=<Screen id=")[^"]*/, 'no-such-screen'),
  },
  {
    name: 'a screen placed twice',
    rule: 'screen-placement',
    file: 'steps/create-key.mdx',
    damage: (text) => {
      const damaged = replaceAt(text, /<Screen id="[^"]*" \/>/, (found) => `${found}\n\n${found}`);
      return damaged && { ...damaged, line: damaged.line + 2 };
    },
  },
  {
    name: 'a mark beyond the list of actions',
    rule: 'callout-text',
    file: 'screens.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=[mM]ark: )\d/, '9');
      return (
        damaged && {
          ...damaged,
          line: lineAt(text, text.lastIndexOf('\n  - id: ', text.search(/[mM]ark: \d/)) + 1),
        }
      );
    },
  },
  {
    name: 'a missing text alternative',
    rule: 'schema',
    file: 'screens.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /\n {4}alt: .*/, '');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('  - id: ')) };
    },
  },
  {
    name: 'the text alternative of another screen',
    rule: 'alt-text',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {4}alt: ).*/.exec(text)?.[0] ?? '';
      return replaceAt(text, /(?<=\n {4}alt: [\s\S]*\n {4}alt: ).*/, first);
    },
  },
  {
    name: 'a text alternative that names the picture',
    rule: 'alt-text',
    file: 'screens.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}alt: ).*/, 'Screenshot of the form with its fields'),
  },
  {
    name: 'a code that stands twice in one entry',
    rule: 'repeated-code',
    file: 'errors.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}codes: \[)[^\],]+(?=\])/, (code) => `${code}, ${code}`),
  },
  {
    name: 'a tool that is mentioned twice',
    rule: 'tool-mapping',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}- tool: )freqtrade/, 'ccxt'),
  },
  {
    name: 'two screens of one id',
    rule: 'repeated-id',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {2}- id: ).*/.exec(text)?.[0] ?? '';
      return replaceAt(text, /(?<=\n {2}- id: [\s\S]*\n {2}- id: ).*/, first);
    },
  },
  {
    name: 'a kind of block that does not exist',
    rule: 'schema',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=- type: ).*/, 'video'),
  },
  {
    name: 'a source of a screen that does not exist',
    rule: 'unknown-source',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=sources: \[)[^\],]*/, 'no-such-source'),
  },
  {
    name: 'a capture that does not exist',
    rule: 'capture-file',
    file: 'guide.mdx',
    damage: (text, { slug, texts }) => {
      const screen = /(?<=\n {2}- id: ).*/.exec(
        texts.get(`exchanges/${slug}/screens.yaml`) ?? '',
      )?.[0];
      if (/^captures:/m.test(text) || screen === undefined) return undefined;
      const entry = `captures:\n  - screen: ${screen}\n    file: ./captures/none.png\n    alt: Type the name and press the button.\n    date: 2026-11-01\n`;
      const damaged = replaceAt(text, /steps:\n/, (found) => entry + found);
      return damaged && { ...damaged, line: damaged.line + 2 };
    },
  },
];
