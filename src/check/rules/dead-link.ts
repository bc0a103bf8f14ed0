import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ConceptFile, Content, ExchangeFolder, StepFile } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import { outlineOf } from '../../content/outline.ts';
import type { FilePlace } from '../../content/place.ts';
import { nodesOf, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import { parseProse } from '../../markdown/prose.ts';
import { type AnchoredParts, anchorsOf, conceptAnchors } from '../../site/anchors.ts';
import { splitPath } from '../../site/redirect.ts';
import { siteRoutes } from '../../site/routes.ts';
import { stepTable } from '../../vocabulary/steps.ts';
import { unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';
import { requiredStepsOf } from './step-missing.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import { textsOfData } from '../texts.ts';

export const deadLink: Rule = {
  meaning:
    'A link within the site leads to a page that exists, and to a step, section, error, question or source that this page has, for every use case whose readers see the link.',
  mend: 'Correct the link.',
  example: 'See [rotating keys](/concepts/rotate-keys/), or [the step](#restrict-ips).',
  check: (content) => {
    const known = knownPlaces(content);
    return [
      ...content.exchanges.flatMap((exchange) =>
        [...linksOfSteps(exchange), ...linksOfFacts(exchange)].flatMap((link) =>
          fault(link, exchange, known),
        ),
      ),
      ...content.concepts.flatMap((concept) =>
        linksOfConcept(concept).flatMap((link) => fault(link, concept, known)),
      ),
    ];
  },
};

/** A link that stays on the site, as it is written. */
interface InnerLink {
  readonly url: string;
  /** The use cases whose readers see it; undefined for all. */
  readonly useCases: readonly string[] | undefined;
  place(): FilePlace;
}

interface Places {
  /** The anchors of each page whose anchors are known, by its path. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  readonly pages: readonly string[];
  /** The anchors of the page that a text stands on; undefined where it cannot be read. */
  ownAnchors(owner: ExchangeFolder | ConceptFile): readonly string[] | undefined;
  isUnread(path: string): boolean;
}

function fault(
  { url, useCases, place }: InnerLink,
  owner: ExchangeFolder | ConceptFile,
  { anchors, pages, ownAnchors, isUnread }: Places,
): Finding[] {
  const { page, anchor } = splitPath(url);
  const path = page.split('?')[0] ?? page;
  if (path !== '' && !pages.includes(path)) {
    // The template is copied into content of which it knows nothing.
    if (isUnread(path) || !isPublished(owner.slug)) return [];
    return [
      {
        ...place(),
        message: `This links to ${path}, and there is no such page.`,
        help: `${didYouMean(path, pages)}Link to a page that exists; a path of a page ends with "/".`,
      },
    ];
  }
  if (anchor === undefined) return [];
  const known = path === '' ? ownAnchors(owner) : anchors.get(path);
  if (known === undefined || isUnread(path)) return [];
  if (!known.includes(anchor))
    return [
      {
        ...place(),
        message: `This links to ${url}, and ${path === '' ? 'this page' : path} has no anchor "${anchor}"${known.length === 0 ? '' : `; it has ${quotedList(known.filter((name) => !name.startsWith('source-')))}`}.`,
        help: `${didYouMean(anchor, known)}Correct the anchor, or leave it out.`,
      },
    ];
  const only =
    path === '' && 'guide' in owner
      ? owner.guide?.value?.steps.find(({ id }) => id === anchor)?.useCases
      : undefined;
  if (only === undefined || (useCases ?? [undefined]).every((id) => id && only.includes(id)))
    return [];
  return [
    {
      ...place(),
      message: `This links to the step "${anchor}", which stands on the pages for ${quotedList(only)} alone; the link stands on others too.`,
      help: `Put it in <Only for="${only.join(' ')}">, or link to what every page has.`,
    },
  ];
}

function knownPlaces(content: Content): Places {
  const outline = outlineOf(content);
  const routes = siteRoutes(outline);
  const anchors = new Map<string, readonly string[]>();
  const guides = new Map<string, ReturnType<typeof anchorsOf>>();
  for (const exchange of content.exchanges) {
    const parts = partsOf(exchange);
    if (parts !== undefined) guides.set(exchange.slug, anchorsOf(parts));
  }
  for (const route of routes) {
    if (route.kind === 'guide' || route.kind === 'facts' || route.kind === 'exchange-errors') {
      const guide = guides.get(route.exchange);
      if (guide === undefined) continue;
      const page = { guide: guide.guide, facts: guide.record, 'exchange-errors': guide.errors };
      anchors.set(route.path, page[route.kind]);
    } else if (route.kind === 'concept') {
      const concept = content.concepts.find(({ slug }) => slug === route.concept);
      const own = concept && anchorsOfConcept(concept);
      if (own !== undefined) anchors.set(route.path, own);
    }
  }
  return {
    anchors,
    pages: routes.map(({ path }) => path),
    ownAnchors: (owner) => {
      if ('mdx' in owner) return anchorsOfConcept(owner);
      const guide = guides.get(owner.slug);
      // A bare anchor leads to the page of the exchange that has it.
      return guide && [...guide.guide, ...guide.record, ...guide.errors];
    },
    isUnread: unreadPaths(outline),
  };
}

/** What a guide has; undefined where its files have faults that hide it. */
function partsOf({ facts, guide }: ExchangeFolder): AnchoredParts | undefined {
  if (facts?.value === undefined || guide?.value === undefined) return undefined;
  const { status, troubleshooting, questions, sources } = facts.value;
  const isActive = status.state === 'active';
  const ids = (entries: readonly { readonly id: string }[]): string[] =>
    entries.map(({ id }) => id);
  return {
    // What is missing, or has no file, is a matter of another rule.
    steps: [...new Set([...guide.value.order, ...requiredStepsOf(facts.value)])].filter(
      (id) => isActive || stepTable[id].phase === 'look-after',
    ),
    isActive,
    errors: ids(troubleshooting),
    questions: ids(questions),
    sources: ids(sources),
  };
}

function anchorsOfConcept({ value, mdx }: ConceptFile): readonly string[] | undefined {
  if (value === undefined || mdx.tree === undefined) return undefined;
  return conceptAnchors({
    headings: nodesOf(mdx.tree).flatMap((node) => (node.type === 'heading' ? toString(node) : [])),
    questions: value.questions.length,
    sources: value.sources.map(({ id }) => id),
  });
}

/** Addresses on other sites, and those that only look like ours, are a matter of another rule. */
function isInner(url: string): boolean {
  return /^[\x21-\x7e]*$/.test(url) && /^(?:#|\/(?![/\\]))/.test(url);
}

function linksIn(tree: Nodes): { url: string; node: Nodes }[] {
  return nodesOf(tree).flatMap((node) =>
    (node.type === 'link' || node.type === 'definition') && isInner(node.url)
      ? { url: node.url, node }
      : [],
  );
}

function linksOfSteps({ steps }: ExchangeFolder): InnerLink[] {
  return steps.flatMap((step) =>
    step.mdx.tree === undefined ? [] : linksBelow(step, step.mdx.tree, step.value?.useCases),
  );
}

/** The links in a part of a step. Input: the use cases whose readers see the part. */
function linksBelow(
  step: StepFile,
  node: Nodes,
  useCases: readonly string[] | undefined,
): InnerLink[] {
  const own =
    (node.type === 'link' || node.type === 'definition') && isInner(node.url)
      ? [{ url: node.url, useCases, place: () => ({ file: step.path, ...placeOfNode(node) }) }]
      : [];
  if (!('children' in node)) return own;
  const only =
    (node.type === 'mdxJsxFlowElement' && node.name === 'Only'
      ? textAttribute(node, 'for')?.split(/\s+/).filter(Boolean)
      : undefined) ?? useCases;
  return [...own, ...node.children.flatMap((child) => linksBelow(step, child, only))];
}

function linksOfFacts({ slug, facts, guide }: ExchangeFolder): InnerLink[] {
  if (facts?.value === undefined) return [];
  const { value } = facts;
  const files = guide?.value === undefined || !isPublished(slug) ? [facts] : [facts, guide];
  return files.flatMap((file) =>
    textsOfData(file).flatMap((piece): InnerLink[] =>
      piece.text.includes('](') || piece.text.includes(']:')
        ? linksIn(parseProse(piece.text)).map(({ url }) => ({
            url,
            useCases: useCasesAt(value, piece.path ?? []),
            place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
          }))
        : [],
    ),
  );
}

/** The use cases of the entry that a value stands in; undefined where it is for all. */
function useCasesAt(value: unknown, path: readonly PropertyKey[]): readonly string[] | undefined {
  let at: unknown = value;
  let found: readonly string[] | undefined;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) break;
    const { useCases, useCase }: { useCases?: unknown; useCase?: unknown } = at;
    if (typeof useCase === 'string') found = [useCase];
    if (Array.isArray(useCases)) found = useCases.map(String);
    at = Reflect.get(at, key);
  }
  return found;
}

function linksOfConcept(concept: ConceptFile): InnerLink[] {
  const inBody = concept.mdx.tree === undefined ? [] : linksIn(concept.mdx.tree);
  return [
    ...inBody.map(({ url, node }) => ({
      url,
      useCases: undefined,
      place: () => ({ file: concept.path, ...placeOfNode(node) }),
    })),
    ...textsOfData(concept)
      .filter(({ path, text }) => path?.[0] === 'questions' && /\]\(|\]:/.test(text))
      .flatMap((piece) =>
        linksIn(parseProse(piece.text)).map(({ url }) => ({
          url,
          useCases: undefined,
          place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
        })),
      ),
  ];
}
