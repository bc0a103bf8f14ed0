import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { rules } from '../check/rules/index.ts';
import { pictureRules } from '../check/pictures/index.ts';
import type { RuleText } from '../check/rule.ts';
import { t } from '../i18n/index.ts';
import { capabilities, severityOf } from '../vocabulary/capabilities.ts';
import { stepIds, stepTable } from '../vocabulary/steps.ts';

/**
 * The parts of CONTRIBUTING.md that are made from the code's own tables, by the name
 * of the markers around them.
 */
const sections: Readonly<Record<string, () => string>> = {
  steps: () =>
    table(
      ['Step', 'Phase', 'Required', 'What it settles'],
      stepIds.map((id) => {
        const { phase, required, purpose } = stepTable[id];
        return [`\`${id}\``, t.guide.phases[phase], required ? 'yes' : 'no', purpose];
      }),
    ),
  capabilities: () =>
    table(
      ['Capability', 'The key can …', 'Harm'],
      capabilities.map((id) => [`\`${id}\``, t.can([id]), `\`${severityOf(id)}\``]),
    ),
  rules: () =>
    Object.entries<RuleText>({ ...rules, ...pictureRules })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([id, { meaning, mend, example }]) =>
          `### ${id}\n\n${asText(meaning)}\n\n**Fails:** \`${example.replaceAll('`', "'")}\`\n\n**Mend:** ${asText(mend)}`,
      )
      .join('\n\n'),
};

/**
 * Puts the generated parts into a text.
 *
 * Input: the text with lines `<!-- generated: name -->` and `<!-- end: name -->`.
 * Output: the text with what belongs between them. Throws where a marker is missing.
 */
export function withGeneratedParts(text: string): Promise<string> {
  const whole = Object.entries(sections).reduce((result, [name, make]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const from = result.indexOf(start);
    const to = result.indexOf(end);
    if (from === -1 || to < from) {
      throw new Error(
        `[docs] The text has no "${start}" … "${end}". Add the two lines where the part belongs.`,
      );
    }
    return `${result.slice(0, from + start.length)}\n\n${make()}\n\n${result.slice(to)}`;
  }, text);
  return format(whole, { parser: 'markdown', printWidth: 100 });
}

/** Words as Markdown, in which a component such as <Step> is shown, not taken for HTML. */
function asText(words: string): string {
  return words.replaceAll(/[\\<]/g, '\\$&');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  const file = 'CONTRIBUTING.md';
  await writeFile(file, await withGeneratedParts(await readFile(file, 'utf8')));
  console.log(`${file} is up to date.`);
}
