import type { z } from 'astro/zod';
import { format } from 'prettier';
import { pictureRules } from '../../check/pictures/index.ts';
import type { RuleText } from '../../check/rule.ts';
import { rules } from '../../check/rules/index.ts';
import type { Dictionary } from '../../i18n/index.ts';
import {
  conceptComponentNames,
  guideComponentNames,
  type MdxComponentName,
  mdxComponentTexts,
} from '../../schema/mdx-components.ts';
import { capabilities, severityOf } from '../../vocabulary/capabilities.ts';
import type { DocName } from '../../vocabulary/docs.ts';
import { stepIds, stepTable } from '../../vocabulary/steps.ts';
import { jsonSchemaOf } from '../schemas.ts';

/**
 * The pages for contributors that are made from the code's own tables. CONTRIBUTING.md
 * links to them; the site shows them below /contribute/.
 */

/** The Markdown of a page. */
export function docPage(name: DocName, t: Dictionary): Promise<string> {
  const note = '<!-- Made by "npm run docs" from the code; change it there. -->';
  return format(`${note}\n\n${pages[name](t)}\n`, { parser: 'markdown', printWidth: 100 });
}

const pages: Record<DocName, (t: Dictionary) => string> = {
  steps: (t) => `# Steps

The only list of steps. A guide lists its steps in \`guide.mdx\`, in the order of the exchange, and has a file \`steps/<step>.mdx\` for each. Ids are page anchors (\`/gate/#restrict-ip\`): they are never renamed or removed.

${table(
  ['Step', 'Phase', 'Required', 'What it settles'],
  stepIds.map((id) => {
    const { phase, required, purpose } = stepTable[id];
    return [code(id), t.guide.phases[phase], required ? 'yes' : 'no', purpose];
  }),
)}`,

  components: () => `# Components

Steps and concepts are Markdown with these components, each on a line of its own, with an empty line before and after it. Attributes are plain text: \`name="text"\`, never braces.

## In the files of steps

${componentTable(guideComponentNames)}

## In concepts

${componentTable(conceptComponentNames)}`,

  screens: () => `# Drawn screens

\`screens.yaml\` draws each dialog that a step shows, as blocks from top to bottom. A \`mark\` is the number of the action, in the step's numbered list, that the part belongs to. Blocks that show facts (permissions, addresses, the name of the key, credentials) hold no values of their own: they are filled from the facts, so that picture, table and text cannot disagree.

Each screen has these fields:

${fieldTable(screenShape())}

${blockShapes()
  .map(
    ({ name, shape }) =>
      `## \`${name}\`\n\n${shape.description ?? ''}\n\n${fieldTable(shape, ['type'])}`,
  )
  .join('\n\n')}`,

  capabilities: (t) => `# Capabilities

What a permission lets a key do, in our own words, the same for every exchange. Which boxes to switch on for a use case is derived from them. What moves funds out is never switched on.

${table(
  ['Capability', 'The key can …', 'Harm'],
  capabilities.map((id) => [code(id), t.can([id]), code(severityOf(id))]),
)}`,

  rules: () => `# Rules

\`npm run check\` reports by these rules: file, line and column, the rule, what is wrong, and what to do. Warnings are shown and fail nothing.

${Object.entries<RuleText>({ ...rules, ...pictureRules })
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([id, { meaning, mend, example }]) =>
      `## ${id}\n\n${asText(meaning)}\n\n**Fails:** \`${example.replaceAll('`', "'")}\`\n\n**Mend:** ${asText(mend)}`,
  )
  .join('\n\n')}`,
};

type JsonSchema = z.core.JSONSchema.BaseSchema;

function screenShape(): JsonSchema {
  const screens = jsonSchemaOf('screens').properties?.['screens'];
  return objectOf(objectOf(screens).items);
}

/** Every type of block with its shape, in the order of the schema. */
function blockShapes(): { name: string; shape: JsonSchema }[] {
  const blocks = objectOf(objectOf(screenShape().properties?.['blocks']).items);
  return (blocks.oneOf ?? blocks.anyOf ?? []).map((option) => {
    const shape = objectOf(option);
    const type = objectOf(shape.properties?.['type']);
    return {
      name: String(type.const ?? ''),
      shape: { ...shape, ...(type.description ? { description: type.description } : {}) },
    };
  });
}

/** A schema that says something; that of any value and that of a list of places say nothing. */
function objectOf(schema: JsonSchema['items'] | z.core.JSONSchema.JSONSchema): JsonSchema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}

function fieldTable(shape: JsonSchema, without: readonly string[] = []): string {
  const required = new Set(shape.required ?? []);
  const fields = Object.entries(shape.properties ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => {
      const { description = '', default: usual, enum: words } = objectOf(field);
      const choice =
        words === undefined ? '' : ` One of ${words.map((word) => code(String(word))).join(', ')}.`;
      const otherwise =
        usual === undefined ? '' : ` ${code(JSON.stringify(usual))} where it is left out.`;
      return [
        code(name),
        required.has(name) && usual === undefined ? 'yes' : 'no',
        `${description}${choice}${otherwise}`.trim(),
      ];
    });
  return fields.length === 0
    ? 'It has no fields.'
    : table(['Field', 'Required', 'Meaning'], fields);
}

function componentTable(names: readonly MdxComponentName[]): string {
  return table(
    ['Component', 'What it shows'],
    names.map((name) => [code(mdxComponentTexts[name].example), mdxComponentTexts[name].shows]),
  );
}

/** Words as Markdown, in which a component such as <Step> is shown, not taken for HTML. */
function asText(words: string): string {
  return words.replaceAll(/[\\<]/g, '\\$&');
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
