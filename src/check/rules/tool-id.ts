import type { Content, ExchangeFolder } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import { namesOf } from '../../schema/names.ts';
import type { Finding, Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';

export const toolId: Rule = {
  meaning:
    'The id of an exchange in a tool has the name of this exchange in it, and is that of no other exchange.',
  mend: 'Correct the id: a wrong one makes the tool send the key to another exchange.',
  example: 'tool: ccxt, ids: [{ id: bybit, for: Gate }]',
  check: (content) =>
    content.exchanges.flatMap((exchange) =>
      isPublished(exchange.slug) ? findingsOf(exchange, content) : [],
    ),
};

function findingsOf({ slug, facts }: ExchangeFolder, content: Content): Finding[] {
  if (facts?.value === undefined) return [];
  const own = [slug, ...ownNames(facts.value)].map(plain);
  return (facts.value.connecting ?? []).flatMap((entry, index) =>
    entry.supported
      ? entry.ids.flatMap(({ id }, position): Finding[] => {
          const other = ownerOf(id, entry.tool, { slug, own }, content);
          const isOwn = own.some((name) => plain(id).includes(name));
          const place = () => facts.at(['connecting', index, 'ids', position, 'id']);
          if (other !== undefined)
            return [
              {
                ...place(),
                message: `"${id}" is the id of ${other} in this tool.`,
                help: 'Write the id of this exchange, as the documentation of the tool has it.',
              },
            ];
          return isOwn
            ? []
            : [
                {
                  ...place(),
                  message: `"${id}" has no name of this exchange in it: ${quotedList([...new Set(own)])}.`,
                  help: 'Write the id of this exchange, as the documentation of the tool has it; a name that it had belongs under "names.former".',
                },
              ];
        })
      : [],
  );
}

/** The other exchange that an id belongs to, by its name. */
function ownerOf(
  id: string,
  tool: string,
  { slug, own }: { readonly slug: string; readonly own: readonly string[] },
  content: Content,
): string | undefined {
  for (const known of content.names?.value ?? []) {
    // One that has a guide is on the list by mistake, which has a rule of its own.
    if (namesOf(known).some((name) => own.includes(plain(name)))) continue;
    if (known.ccxt === id || namesOf(known).some((name) => plain(name) === plain(id)))
      return known.name;
  }
  for (const other of content.exchanges) {
    const facts = other.facts?.value;
    if (facts === undefined || other.slug === slug || !isPublished(other.slug)) continue;
    const isTheirs = (facts.connecting ?? []).some(
      (entry) => entry.tool === tool && entry.supported && entry.ids.some((one) => one.id === id),
    );
    const isTheirName = [other.slug, ...ownNames(facts)].some((name) => plain(name) === plain(id));
    // Of two that claim it, the one whose name it is has it.
    if (isTheirName || (isTheirs && !isBetterFor(id, slug, facts))) return facts.names.name;
  }
  return undefined;
}

/** Whether an id has the name of a folder in it, and none of another exchange. */
function isBetterFor(id: string, slug: string, other: ExchangeFacts): boolean {
  const theirs = ownNames(other).some((name) => plain(id).includes(plain(name)));
  return plain(id).includes(plain(slug)) && !theirs;
}

function ownNames({ names }: ExchangeFacts): string[] {
  return [names.name, ...names.former.map(({ name }) => name)];
}

/** A name as ids have it: "Gate.io" is "gateio". */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
