import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { selectAll } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';

/** An element of a page, as the parser gives it. */
export type PageElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What a page is for. Every page has one of these, which is how a new kind is noticed. */
export const pageKinds = [
  'home',
  'guide',
  'refused',
  'closing',
  'record',
  'partner',
  'partner-guide',
  'errors',
  'exchange-errors',
  'concepts',
  'concept',
  'link',
  'embed-list',
  'embedded-step',
  'moved',
  'contribute',
  'contribute-doc',
  'not-found',
] as const;

export type PageKind = (typeof pageKinds)[number];

/** One HTML file of a built site, parsed when it is first asked. */
export interface BuiltPage {
  /** Below the folder of the site: `gate/index.html`. */
  readonly file: string;
  /** As browsers ask for it, with the base path: `/guides/gate/`. */
  readonly address: string;
  /** The same without the base path: `/gate/`. */
  readonly path: string;
  readonly html: string;
  /** Undefined where no kind fits. */
  readonly kind: PageKind | undefined;
  readonly ids: ReadonlySet<string>;
  /** All elements that a selector names, in their order. */
  all(selector: string): PageElement[];
  /** The value of an attribute of the first element that a selector names. */
  attribute(selector: string, name: string): string | undefined;
}

/** A folder that holds a built site. */
export interface BuiltSite {
  readonly folder: string;
  /** Base path with slashes at both ends. */
  readonly base: string;
  /** The origin that it was built for. */
  readonly origin: string;
  /** The folder of the content that it was built from. */
  readonly content: string;
  readonly pages: readonly BuiltPage[];
  /** Every file, below the folder, with slashes. */
  readonly files: ReadonlySet<string>;
  bytes(file: string): Buffer;
  text(file: string): string;
  /** The page at an address with the base path; undefined where there is none. */
  page(address: string): BuiltPage | undefined;
}

type Place = Pick<BuiltSite, 'folder' | 'base' | 'origin' | 'content'>;

/**
 * Reads a built site; each page is parsed once, when it is first asked.
 *
 * Input: its folder, the base path and origin that it was built for, and the folder of its
 * content. Throws where the folder holds no built site.
 */
export function readBuiltSite(place: Place): BuiltSite {
  if (!existsSync(path.join(place.folder, '404.html')))
    throw new Error(`${place.folder} is not built. Run "npm test", or "npm test -- --build" once.`);
  const files = readdirSync(place.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place.folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const bytes = (file: string): Buffer => readFileSync(path.join(place.folder, file));
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => pageOf(file, bytes(file).toString(), place.base));
  return assemble(place, pages, new Set(files), bytes);
}

/**
 * The same site with some files changed (a text) or gone (undefined), to see what the
 * checks say of it.
 */
export function withChanges(
  site: BuiltSite,
  changes: ReadonlyMap<string, string | undefined>,
): BuiltSite {
  const files = new Set(site.files);
  for (const [file, text] of changes)
    if (text === undefined) files.delete(file);
    else files.add(file);
  const changed = [...changes].flatMap(([file, text]) =>
    text === undefined || !file.endsWith('.html') ? [] : [pageOf(file, text, site.base)],
  );
  const pages = [...site.pages.filter(({ file }) => !changes.has(file)), ...changed];
  const bytes = (file: string): Buffer => {
    const text = changes.get(file);
    return text === undefined ? site.bytes(file) : Buffer.from(text);
  };
  return assemble(site, pages, files, bytes);
}

function assemble(
  { folder, base, origin, content }: Place,
  pages: readonly BuiltPage[],
  files: ReadonlySet<string>,
  bytes: (file: string) => Buffer,
): BuiltSite {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  return {
    folder,
    base,
    origin,
    content,
    pages,
    files,
    bytes,
    text: (file) => bytes(file).toString(),
    page: (address) => byAddress.get(address),
  };
}

function pageOf(file: string, html: string, base: string): BuiltPage {
  let parsed: ReturnType<typeof parseDocument> | undefined;
  let known: ReadonlySet<string> | undefined;
  const all = (selector: string): PageElement[] =>
    selectAll(selector, (parsed ??= parseDocument(html)).children);
  const address = `${base}${file.replace(/(?<=^|\/)index\.html$/, '')}`;
  const below = address.slice(base.length - 1);
  return {
    file,
    address,
    path: below,
    html,
    kind: kindOf(below, html),
    all,
    attribute: (selector, name) => all(selector)[0]?.attribs[name],
    get ids() {
      return (known ??= new Set(all('[id]').map(({ attribs }) => attribs['id'] ?? '')));
    },
  };
}

/** Kinds by their address; what has no line here is a page of an exchange. */
const kindsByPath: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/$/, 'home'],
  [/^\/404\.html$/, 'not-found'],
  [/^\/concepts\/$/, 'concepts'],
  [/^\/concepts\/[^/]+\/$/, 'concept'],
  [/^\/errors\/$/, 'errors'],
  [/^\/errors\/[^/]+\/$/, 'exchange-errors'],
  [/^\/for\/[^/]+\/$/, 'partner'],
  [/^\/for\/[^/]+\/[^/]+\/(?:key-\d+\/)?$/, 'partner-guide'],
  [/^\/[^/]+\/facts\/$/, 'record'],
  [/^\/link\/$/, 'link'],
  [/^\/embed\/$/, 'embed-list'],
  [/^\/embed\/(?:[^/]+\/){2,5}$/, 'embedded-step'],
  [/^\/contribute\/$/, 'contribute'],
  [/^\/contribute\/[^/]+\/$/, 'contribute-doc'],
];

/** Only the text is looked at: most of whoever asks for kinds needs few pages parsed. */
function kindOf(address: string, html: string): PageKind | undefined {
  if (html.includes('http-equiv="refresh"')) return 'moved';
  const known = kindsByPath.find(([pattern]) => pattern.test(address))?.[1];
  if (known !== undefined) return known;
  // An exchange, perhaps another site of it, perhaps a use case.
  if (!/^\/(?:[^/]+\/){1,3}$/.test(address) || !html.includes('<body class="path">'))
    return undefined;
  if (html.includes('id="refusal"')) return 'refused';
  if (html.includes('<li class="step"')) return 'guide';
  return html.includes('<div class="rows">') ? 'closing' : undefined;
}

/** The elements below an element that a selector names. */
export function within(element: PageElement, selector: string): PageElement[] {
  return selectAll(selector, element.children);
}

/** The text of an element, with every run of white space as one space. */
export function textOf(element: PageElement | undefined): string {
  return element === undefined ? '' : DomUtils.textContent(element).replace(/\s+/g, ' ').trim();
}

/** Elements that stand within a word. */
const inline = ['wbr', 'b', 'strong', 'em', 'i', 'code'];

/** The text of an element as it is seen: what stands in boxes of their own is apart. */
export function wordsOf(element: PageElement): string {
  return element.children
    .map((child) => {
      if ('data' in child) return child.data;
      if (!('attribs' in child)) return '';
      const words = wordsOf(child);
      return inline.includes(child.name) ? words : ` ${words} `;
    })
    .join('');
}
