import {
  conceptComponentNames,
  guideComponentNames,
  isMdxComponentName,
  type MdxComponentName,
  mdxComponentSchemas,
} from '../../schema/mdx-components.ts';
import type { DocumentFile } from '../../content/data-file.ts';
import { isMdxElement, type MdxElement, nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

export const mdxOnlyContent: Rule = {
  meaning:
    'Guides and concepts are text, not programs: Markdown and the known components with plain text attributes; no import, export, expression, HTML, script or image.',
  mend: 'Write it in Markdown, or with one of the known components.',
  example: '<script src="https://evil.example/x.js"></script>',
  check: ({ exchanges, concepts }) => [
    ...exchanges.flatMap(({ steps }) =>
      steps.flatMap((step) => findingsOf(step, guideComponentNames)),
    ),
    ...concepts.flatMap((concept) => findingsOf(concept, conceptComponentNames)),
  ],
};

function findingsOf(file: DocumentFile<unknown>, allowed: readonly MdxComponentName[]): Finding[] {
  const findings: Finding[] = [];
  if (file.mdx.tree === undefined) return findings;
  for (const node of nodesOf(file.mdx.tree)) {
    const add = (message: string, help: string): void => {
      findings.push({ file: file.path, ...placeOfNode(node), message, help });
    };
    switch (node.type) {
      case 'mdxjsEsm':
        add('There is an import or export here.', 'Remove it: the known components need none.');
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        add(
          'There is an expression in braces here.',
          'Write the text itself; for a brace write \\{.',
        );
        break;
      case 'image':
      case 'imageReference':
        add(
          'There is an image in the text.',
          'List a capture under "captures" in the frontmatter.',
        );
        break;
      default:
        if (node.type === 'mdxJsxTextElement' && isMdxComponentName(node.name ?? ''))
          add(
            `<${node.name ?? ''}> stands inside a line of text.`,
            'Put it on a line of its own, with an empty line before and after it.',
          );
        else if (isMdxElement(node))
          for (const [message, help] of elementProblems(node, allowed)) add(message, help);
    }
  }
  return findings;
}

function elementProblems(
  element: MdxElement,
  allowed: readonly MdxComponentName[],
): [string, string][] {
  const name = element.name ?? '';
  if (!isMdxComponentName(name) || !allowed.includes(name)) {
    return [
      [
        name === '' ? 'There is an empty tag here.' : `<${name}> is not allowed here.`,
        `${didYouMean(name, allowed)}The components for this file are ${quotedList(allowed)}; everything else is Markdown.`,
      ],
    ];
  }
  const values = new Map<string, string>();
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return [
        [
          `<${name}> has an attribute that is not plain text.`,
          'Write attributes as name="text", without braces.',
        ],
      ];
    }
    if (values.has(attribute.name)) {
      return [[`<${name}> has the attribute "${attribute.name}" twice.`, 'Remove one of the two.']];
    }
    values.set(attribute.name, attribute.value);
  }
  const result = mdxComponentSchemas[name].safeParse(Object.fromEntries(values));
  if (result.success) return [];
  return result.error.issues.map((issue) => [
    issue.code === 'unrecognized_keys'
      ? `<${name}> has no attribute ${quotedList(issue.keys)}.`
      : `<${name}> needs the attribute "${issue.path.map(String).join('.')}": ${issue.message}`,
    'Write the component as the contributing page shows it.',
  ]);
}
