import type { z } from 'astro/zod';
import { type Answers, answersSchema } from '../schema/answers.ts';
import { type ConceptFrontmatter, conceptSchema } from '../schema/concept.ts';
import type { ExchangeFacts } from '../schema/exchange.ts';
import {
  errorsFileSchema,
  exchangeFileSchema,
  signingFileSchema,
  sourcesFileSchema,
} from '../schema/exchange-files.ts';
import { type Expected, expectedSchema } from '../schema/expected.ts';
import {
  type Guide,
  guideFrontmatterSchema,
  type StepFrontmatter,
  stepFrontmatterSchema,
  type StepGroup,
  stepGroupsOf,
} from '../schema/guide.ts';
import { type PartnerFacts, partnerSchema } from '../schema/partner.ts';
import { type ReviewedDomain, reviewedDomainsSchema } from '../schema/domains.ts';
import { type KnownExchange, knownExchangesSchema } from '../schema/names.ts';
import { powersSchema, type ReviewedPower } from '../schema/powers.ts';
import { type CcxtErrors, ccxtErrorsSchema } from '../schema/ccxt-errors.ts';
import { type ReviewedRequest, reviewedRequestsSchema } from '../schema/requests.ts';
import { type Screen, screensSchema } from '../schema/screens.ts';
import { type UseCase, useCasesSchema } from '../schema/use-case.ts';
import { type Redirect, redirectsSchema } from '../site/redirect.ts';
import { isStepId, type StepId } from '../vocabulary/steps.ts';
import type { ContentFiles } from './content-files.ts';
import {
  type DataFile,
  type DocumentFile,
  joinedFile,
  readData,
  readDocument,
  type Readers,
  usualReaders,
} from './data-file.ts';
import {
  activeExchangeFileNames,
  conceptOf,
  exchangeFileNames,
  exchangeOf,
  inExchange,
  optionalExchangeFileNames,
  partnerOf,
  rootFiles,
  stepOf,
  templateSlug,
} from './layout.ts';
import { screensOf, type StepBlock, stepBlocksOf } from '../markdown/step-blocks.ts';

/** The file of a step. */
export interface StepFile extends DocumentFile<StepFrontmatter> {
  /** Name of the file without its ending, which should be the id of a step. */
  readonly name: string;
  /** What stands in it; empty where it is not valid MDX. */
  readonly blocks: readonly StepBlock[];
}

/** The folder of an exchange. */
export interface ExchangeFolder {
  readonly slug: string;
  /** What exchange.yaml, errors.yaml, sources.yaml and signing.yaml say together. */
  readonly facts: DataFile<ExchangeFacts> | undefined;
  readonly screens: DataFile<{ screens: Screen[] }> | undefined;
  /** What people expect that readers set, for each use case. */
  readonly expected: DataFile<Expected> | undefined;
  /** Documented answers, which the fake exchange of the tests plays; goes with a recipe. */
  readonly answers: DataFile<Answers> | undefined;
  /** What guide.mdx and the files of its steps say together. */
  readonly guide: DataFile<Guide> | undefined;
  /** Every file in steps/, those of the guide first, in its order. */
  readonly steps: readonly StepFile[];
  /** Every file that holds data, one by one. */
  readonly dataFiles: readonly DataFile<unknown>[];
  /** guide.mdx and the files of steps. */
  readonly documents: readonly DocumentFile<unknown>[];
}

/** The profile of a partner. */
export interface PartnerFile extends DataFile<PartnerFacts> {
  /** Name of the file without its ending, which is the partner's address on the site. */
  readonly slug: string;
}

/** A concept. */
export interface ConceptFile extends DocumentFile<ConceptFrontmatter> {
  /** Name of the file without its ending. */
  readonly slug: string;
}

/** Content, parsed. */
export interface Content {
  readonly files: ContentFiles;
  /** Every exchange, the template among them, by folder. */
  readonly exchanges: readonly ExchangeFolder[];
  /** The exchange that contributors copy. */
  readonly template: ExchangeFolder | undefined;
  readonly useCases: DataFile<UseCase[]> | undefined;
  readonly concepts: readonly ConceptFile[];
  readonly redirects: DataFile<Redirect[]> | undefined;
  readonly partners: readonly PartnerFile[];
  /** Labels that a maintainer read again; undefined where there is no such file. */
  readonly powers: DataFile<ReviewedPower[]> | undefined;
  /** Domains on which sources may stand besides those of their exchange. */
  readonly domains: DataFile<ReviewedDomain[]> | undefined;
  /** Exchanges that have no guide. */
  readonly names: DataFile<KnownExchange[]> | undefined;
  /** Requests that the programs may send. */
  readonly requests: DataFile<ReviewedRequest[]> | undefined;
  /** Codes and texts after the tables of CCXT; undefined where there is no such file. */
  readonly ccxtErrors: DataFile<CcxtErrors> | undefined;
  /** Every file that holds data, for the rules that treat all alike. */
  readonly dataFiles: readonly DataFile<unknown>[];
  readonly documents: readonly DocumentFile<unknown>[];
}

/** Parses content. Input: the files. Output: parsed values beside every parse and shape problem. */
export function parseContent(files: ContentFiles, readers: Readers = usualReaders): Content {
  const exchanges = slugsOf(files).map((slug) => readExchange(files, slug, readers));
  const useCases = readData(files, rootFiles.useCases, useCasesSchema, readers);
  const redirects = readData(files, rootFiles.redirects, redirectsSchema, readers);
  const powers = readData(files, rootFiles.powers, powersSchema, readers);
  const domains = readData(files, rootFiles.domains, reviewedDomainsSchema, readers);
  const names = readData(files, rootFiles.names, knownExchangesSchema, readers);
  const ccxtErrors = readData(files, rootFiles.ccxtErrors, ccxtErrorsSchema, readers);
  const requests = readData(files, rootFiles.requests, reviewedRequestsSchema, readers);
  const concepts = named(files, conceptOf, (path, slug): ConceptFile[] => {
    const file = readDocument(files, path, conceptSchema, readers);
    return file === undefined ? [] : [{ ...file, slug }];
  });
  const partners = named(files, partnerOf, (path, slug): PartnerFile[] => {
    const file = readData(files, path, partnerSchema, readers);
    return file === undefined ? [] : [{ ...file, slug }];
  });
  const documents = [...exchanges.flatMap((exchange) => exchange.documents), ...concepts];
  return {
    files,
    exchanges,
    template: exchanges.find(({ slug }) => slug === templateSlug),
    useCases,
    concepts,
    redirects,
    partners,
    powers,
    domains,
    names,
    requests,
    ccxtErrors,
    documents,
    dataFiles: [
      ...present<DataFile<unknown>>([
        useCases,
        redirects,
        powers,
        domains,
        names,
        requests,
        ccxtErrors,
      ]),
      ...partners,
      ...exchanges.flatMap((exchange) => exchange.dataFiles),
      ...documents,
    ],
  };
}

/** What stands in steps, by their ids. */
export function blocksByStep(
  steps: readonly Pick<StepFile, 'name' | 'blocks'>[],
): ReadonlyMap<StepId, readonly StepBlock[]> {
  return new Map(
    steps.flatMap(({ name, blocks }) => (isStepId(name) ? [[name, blocks] as const] : [])),
  );
}

/** The files of steps as pages show them: most alone, some neighbours together. */
export function groupsOf({ guide, steps }: Pick<ExchangeFolder, 'guide' | 'steps'>): StepFile[][] {
  const groups: readonly StepGroup[] =
    guide?.value?.groups ?? steps.flatMap(({ name }) => (isStepId(name) ? [alone(name)] : []));
  return groups.map((group) =>
    group.steps.flatMap((id) => steps.find(({ name }) => name === id) ?? []),
  );
}

function alone(id: StepId): StepGroup {
  return { title: undefined, steps: [id] };
}

function readExchange(files: ContentFiles, slug: string, readers: Readers): ExchangeFolder {
  const data = <Value>(name: string, schema: z.ZodType<Value>): DataFile<Value> | undefined =>
    readData(files, inExchange(slug, name), schema, readers);
  const own = data(exchangeFileNames.facts, exchangeFileSchema);
  const errors = data(exchangeFileNames.errors, errorsFileSchema);
  const sources = data(exchangeFileNames.sources, sourcesFileSchema);
  const signing = data(optionalExchangeFileNames.signing, signingFileSchema);
  const answers = data(optionalExchangeFileNames.answers, answersSchema);
  const screens = data(exchangeFileNames.screens, screensSchema);
  const expected = data(activeExchangeFileNames.expected, expectedSchema);
  const frontmatter = readDocument(
    files,
    inExchange(slug, exchangeFileNames.guide),
    guideFrontmatterSchema,
    readers,
  );
  const order = stepGroupsOf(frontmatter?.value?.steps ?? []).flatMap((group) => group.steps);
  const steps = readSteps(files, slug, order, readers);
  return {
    slug,
    facts: own && joinFacts(own, errors, sources, signing),
    screens,
    expected,
    answers,
    guide: frontmatter && joinGuide(frontmatter, steps),
    steps,
    dataFiles: present<DataFile<unknown>>([
      own,
      errors,
      sources,
      signing,
      answers,
      screens,
      expected,
    ]),
    documents: [...present([frontmatter]), ...steps],
  };
}

function joinFacts(
  own: DataFile<z.infer<typeof exchangeFileSchema>>,
  errors: DataFile<z.infer<typeof errorsFileSchema>> | undefined,
  sources: DataFile<z.infer<typeof sourcesFileSchema>> | undefined,
  signing: DataFile<z.infer<typeof signingFileSchema>> | undefined,
): DataFile<ExchangeFacts> {
  const isWhole =
    own.value !== undefined &&
    errors?.value !== undefined &&
    sources?.value !== undefined &&
    (signing === undefined || signing.value !== undefined);
  return joinedFile(
    own,
    isWhole
      ? {
          ...own.value,
          troubleshooting: errors.value.entries,
          undocumentedErrors: errors.value.undocumented,
          sources: sources.value,
          ...(signing?.value === undefined ? {} : { signing: signing.value }),
        }
      : undefined,
    {
      troubleshooting: { file: errors, path: ['entries'] },
      undocumentedErrors: { file: errors, path: ['undocumented'] },
      sources: { file: sources, path: [] },
      signing: { file: signing, path: [] },
    },
  );
}

/** A guide with the steps that have a file; a rule of its own tells of the others. */
function joinGuide(
  frontmatter: DataFile<z.infer<typeof guideFrontmatterSchema>>,
  steps: readonly StepFile[],
): DataFile<Guide> {
  const { value } = frontmatter;
  const groups = stepGroupsOf(value?.steps ?? []);
  const order = groups.flatMap((group) => group.steps);
  const written = order.flatMap((id) => {
    const file = steps.find(({ name }) => name === id);
    return file === undefined ? [] : { id, file };
  });
  const isWhole = value !== undefined && written.every(({ file }) => file.value !== undefined);
  return joinedFile(
    frontmatter,
    isWhole
      ? {
          ...value,
          order,
          groups,
          steps: written.flatMap(({ id, file }) =>
            file.value === undefined
              ? []
              : { ...file.value, id, screens: [...new Set(screensOf(file.blocks))] },
          ),
        }
      : undefined,
    {},
    (path) => {
      const [key, index, ...rest] = path;
      if (key === 'order') return { file: frontmatter, path: placeOfStep(groups, Number(index)) };
      if (key === 'groups') return { file: frontmatter, path: ['steps', ...path.slice(1)] };
      const file = key === 'steps' ? written[Number(index)]?.file : undefined;
      return file === undefined || rest.length === 0 || rest[0] === 'id'
        ? undefined
        : { file, path: rest };
    },
  );
}

/** Where a frontmatter lists a step, by its number in the whole order. */
function placeOfStep(groups: readonly StepGroup[], index: number): (string | number)[] {
  let before = 0;
  for (const [place, { title, steps }] of groups.entries()) {
    if (index < before + steps.length)
      return title === undefined ? ['steps', place] : ['steps', place, 'steps', index - before];
    before += steps.length;
  }
  return ['steps'];
}

function readSteps(
  files: ContentFiles,
  slug: string,
  order: readonly StepId[],
  readers: Readers,
): StepFile[] {
  const steps = named(files, stepOf, (path, name): StepFile[] => {
    if (exchangeOf(path) !== slug) return [];
    const file = readDocument(files, path, stepFrontmatterSchema, readers);
    if (file === undefined) return [];
    return [{ ...file, name, blocks: stepBlocksOf(file.mdx.tree?.children ?? []) }];
  });
  const placeIn = (name: string): number => {
    const place = isStepId(name) ? order.indexOf(name) : -1;
    return place < 0 ? order.length : place;
  };
  return steps.toSorted((a, b) => placeIn(a.name) - placeIn(b.name));
}

/** Reads every file whose path has a name of a kind, by path. */
function named<File>(
  files: ContentFiles,
  nameOf: (path: string) => string | undefined,
  read: (path: string, name: string) => File[],
): File[] {
  return [...files.texts.keys()].flatMap((path) => {
    const name = nameOf(path);
    return name === undefined ? [] : read(path, name);
  });
}

function slugsOf(files: ContentFiles): string[] {
  const slugs = [...files.texts.keys(), ...files.others].flatMap((path) => exchangeOf(path) ?? []);
  return [...new Set(slugs)].sort();
}

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined);
}
