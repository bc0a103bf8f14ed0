import type { Nodes } from 'mdast';
import { parseProse } from '../../markdown/prose.ts';
import { isOnDomains } from '../../derive/domains.ts';
import type { Content, ExchangeFolder } from '../../content/content.ts';
import type { DataFile } from '../../content/data-file.ts';
import type { FilePlace } from '../../content/place.ts';
import { nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import type { Finding, Rule } from '../rule.ts';
import { parameterFault, suspicion } from '../look-alike.ts';
import { quotedList } from '../suggest.ts';
import { type TextPiece, textsOfData } from '../texts.ts';

export const linkDomain: Rule = {
  meaning:
    'Links and shown addresses go only to the official domains of the exchange, to this site, or (sources) to the domains in domains.yaml.',
  mend: 'Link to the official page; where a new domain is needed, propose it for the list with its reason.',
  example: '[API Management](https://www.gate.com.example.net/keys)',
  check: (content) => [
    ...content.exchanges.flatMap((exchange) => findingsOfExchange(exchange, content)),
    ...content.concepts.flatMap((concept) => {
      const cited = (concept.value?.sources ?? []).map((source) => source.url);
      const tree = concept.mdx.tree;
      const links = tree === undefined || concept.value === undefined ? [] : linksOf(tree);
      const inAnswers = addressesOf(
        textsOfData(concept).filter(({ path }) => path?.[0] === 'questions'),
      );
      return [
        ...sourceFindings(concept, [], content),
        ...[
          ...links.map(({ url, node }) => ({ url, place: () => placeOfNode(node) })),
          ...inAnswers.map(({ url, piece }) => ({ url, place: () => placeOfText(piece) })),
        ]
          .filter(({ url }) => !isInternal(url) && !cited.includes(url))
          .map(({ url, place }) => ({
            file: concept.path,
            ...place(),
            message: `This links to ${url}, which is not one of the page's sources.`,
            help: 'List the page under "sources" with the day on which it was read, or remove the link.',
          })),
      ];
    }),
  ],
};

/** Addresses of the template that stand in facts and screens are left to the rule about it. */
function findingsOfExchange(
  { facts, steps, screens }: ExchangeFolder,
  content: Content,
): Finding[] {
  if (facts?.value === undefined) return [];
  const ofTemplate = content.template?.facts?.value?.domains.official ?? [];
  const official = facts.value.domains.official;
  const inBody = steps.flatMap(({ path, mdx }) =>
    (mdx.tree === undefined ? [] : linksOf(mdx.tree))
      .filter(({ url }) => !isInternal(url) && !isSafe(url, official))
      .map(({ url, node }) => ({ file: path, ...placeOfNode(node), ...foreign(url, official) })),
  );
  const texts = [
    ...textsOfData(facts).filter(({ path }) => path?.[0] !== 'sources'),
    ...(screens ? textsOfData(screens) : []),
  ];
  const inData = addressesOf(texts)
    .filter(
      ({ url }) => !isInternal(url) && !isSafe(url, official) && !isOnDomains(url, ofTemplate),
    )
    .map(({ url, piece }) => ({ ...placeOfText(piece), ...foreign(url, official) }));
  return [...inBody, ...inData, ...sourceFindings(facts, official, content)];
}

function sourceFindings(
  file: DataFile<{ sources: readonly { url: string }[] }>,
  official: readonly string[],
  { domains }: Content,
): Finding[] {
  if (domains?.value === undefined) return [];
  const allowed = [...official, ...domains.value.map(({ domain }) => domain)];
  return (file.value?.sources ?? []).flatMap((source, index) =>
    isOnDomains(source.url, allowed)
      ? []
      : [
          {
            ...file.at(['sources', index, 'url']),
            message: `The source ${source.url} is on a domain that nobody has reviewed.`,
            help: 'Cite an official page, or propose the domain in domains.yaml with its reason.',
          },
        ],
  );
}

function isSafe(url: string, official: readonly string[]): boolean {
  return isOnDomains(url, official) && parameterFault(url) === undefined;
}

function foreign(url: string, official: readonly string[]): Pick<Finding, 'message' | 'help'> {
  const reason = isOnDomains(url, official) ? parameterFault(url) : suspicion(url, official);
  return {
    message: `This links to ${url}${reason === undefined ? '' : `, which ${reason}`}; expected an https address on ${quotedList(official)} or on this site.`,
    help:
      reason === undefined
        ? 'Link to the official page. If the domain belongs to the exchange, add it to "domains.official" with a source.'
        : 'Link to the official page itself.',
  };
}

const site = 'https://this-site.invalid';

/** Whether an address stays on this site, as browsers read it: to them "/\" is "//". */
function isInternal(url: string): boolean {
  if (url.startsWith('#')) return true;
  return url.startsWith('/') && URL.canParse(url, site) && new URL(url, site).origin === site;
}

function linksOf(tree: Nodes): { url: string; node: Nodes }[] {
  return nodesOf(tree).flatMap((node) =>
    node.type === 'link' || node.type === 'definition' ? { url: node.url, node } : [],
  );
}

/** Every address in texts. */
function addressesOf(texts: readonly TextPiece[]): { url: string; piece: TextPiece }[] {
  return texts.flatMap((piece) => urlsIn(piece.text).map((url) => ({ url, piece })));
}

/** The place of a text; in YAML it is looked up here, which takes long. */
function placeOfText({ file, line, column }: TextPiece): FilePlace {
  return { file, line, column };
}

/** Addresses in a text of the facts: the text itself where it is one, else those it links to, loads or shows. */
function urlsIn(text: string): string[] {
  if (/^[a-z]+:\/\/\S+$/i.test(text)) return [text];
  if (!/[\]<]|:\/\//.test(text)) return [];
  const tree = parseProse(text);
  const urls = new Set(linksOf(tree).map(({ url }) => url));
  for (const node of nodesOf(tree)) {
    if (node.type === 'image') urls.add(node.url);
    if (node.type === 'text' || node.type === 'inlineCode')
      for (const [shown] of node.value.matchAll(/\b[a-z]+:\/\/[^\s"'()]*[^\s"'().,:;!?]/gi))
        urls.add(shown);
  }
  return [...urls];
}
