import type { Source } from '../schema/source.ts';

/** Most characters of a name that stands behind a fact. */
const longest = 44;

/**
 * Short names under which facts refer to their sources: the publisher where it has one
 * entry in the list, else the title, with the publisher before it where it is not in it.
 *
 * Input: the sources of an exchange, in their order. Output: a name for each id, no two the
 * same; long ones are cut between words.
 */
export function sourceNames(sources: readonly Source[]): ReadonlyMap<string, string> {
  const known = namesByList.get(sources);
  if (known !== undefined) return known;
  const byPublisher = Map.groupBy(sources, ({ publisher }) => publisher);
  const taken = new Map<string, number>();
  const names = new Map(
    sources.map(({ id, title, publisher }): [string, string] => {
      const alone = byPublisher.get(publisher)?.length === 1;
      const whole = title.toLowerCase().includes(publisher.toLowerCase())
        ? title
        : `${publisher}: ${title}`;
      const name = shortened(alone ? publisher : whole);
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return [id, count === 1 ? name : `${name} (${count})`];
    }),
  );
  namesByList.set(sources, names);
  return names;
}

/** A page names its sources a hundred times; they are put together once. */
const namesByList = new WeakMap<readonly Source[], ReadonlyMap<string, string>>();

function shortened(name: string): string {
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest);
  // Languages without spaces have no other place to cut.
  const words = /^(.*\S)\s/su.exec(cut)?.[1] ?? cut;
  return `${words.replace(/[,;:(–-]+$/u, '').trimEnd()}…`;
}
