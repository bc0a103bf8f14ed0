import path from 'node:path';
import { type Content, parseContent } from '../../src/content/content.ts';
import { readContentFiles } from '../../src/content/content-files.ts';
import type { Exchange } from '../../src/schema/exchange.ts';
import type { UseCase } from '../../src/schema/use-case.ts';

let parsed: Promise<Content> | undefined;

/** The real content, parsed as the checks parse it, once for all tests of a process. */
export function realContent(): Promise<Content> {
  parsed ??= readContentFiles(path.resolve('content')).then(parseContent);
  return parsed;
}

/** Every published real exchange. Throws where a file of facts cannot be read. */
export async function realExchanges(): Promise<Exchange[]> {
  const { exchanges } = await realContent();
  return exchanges
    .filter(({ slug }) => !slug.startsWith('_'))
    .map(({ slug, facts }) => {
      if (facts?.value === undefined)
        throw new Error(`content/exchanges/${slug}/exchange.yaml cannot be read.`);
      return { ...facts.value, slug };
    });
}

/** One real exchange and all real use cases. Throws where the content does not hold them. */
export async function realExchange(
  slug: string,
): Promise<{ exchange: Exchange; useCases: UseCase[] }> {
  const content = await realContent();
  const facts = content.exchanges.find((exchange) => exchange.slug === slug)?.facts?.value;
  if (facts === undefined)
    throw new Error(`content/exchanges/${slug}/exchange.yaml cannot be read.`);
  return { exchange: { ...facts, slug }, useCases: content.useCases?.value ?? [] };
}
