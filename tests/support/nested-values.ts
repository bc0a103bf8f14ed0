import { z } from 'astro/zod';

type Path = readonly (string | number)[];

/** Whether a value is an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The paths of every value inside a value, itself included, for which a test holds. */
export function pathsWhere(
  value: unknown,
  holds: (value: unknown, path: Path) => boolean,
  path: Path = [],
): Path[] {
  const own = holds(value, path) ? [path] : [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [...own, ...items.flatMap((item, index) => pathsWhere(item, holds, [...path, index]))];
  }
  if (!isRecord(value)) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, item]) => pathsWhere(item, holds, [...path, key])),
  ];
}

/** A copy with one value inside changed; `undefined` takes a key out. Throws where the path leads nowhere. */
export function changedAt(
  value: unknown,
  path: Path,
  change: (value: unknown) => unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => (index === key ? changedAt(item, rest, change) : item));
  }
  if (!isRecord(value)) throw new Error(`Nothing at ${path.join('.')}.`);
  const changed = changedAt(value[key], rest, change);
  const { [key]: _old, ...others } = value;
  return changed === undefined ? others : { ...value, [key]: changed };
}

/** The places in a schema where an object would take keys that it does not know. */
export function openObjects(schema: z.ZodType): string[] {
  return pathsWhere(
    z.toJSONSchema(schema, { io: 'input' }),
    (node) =>
      isRecord(node) && isRecord(node['properties']) && !(node['additionalProperties'] === false),
  ).map((path) => path.join('.') || 'the schema itself');
}

/** The issues of a value that does not fit, as `path: message`; empty where it fits. */
export function issuesOf(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).map(
    (issue) => `${issue.path.map(String).join('.')}: ${issue.message}`,
  );
}
