import type { z } from 'astro/zod';
import type { ContentFiles } from '../content/content-files.ts';
import type { Part } from './parts.ts';
import type { Problem } from './problem.ts';

/** What people read about a check. Its id, meaning and mend are documented from here. */
export interface RuleText {
  /** What the rule asks for, as a sentence. */
  readonly meaning: string;
  /** How to put a failure right, as a sentence. */
  readonly mend: string;
  /** Something that fails, as an author would write it. */
  readonly example: string;
  /** A warning is reported but does not fail; errors do. */
  readonly severity?: 'error' | 'warning';
}

/**
 * One check of the texts, which looks at one part of the content at a time: the folder of
 * one exchange, or everything outside of those folders.
 *
 * What it finds is kept between runs, so it may depend on the part alone: not on the disk,
 * the clock or the environment. A check that needs the day, or several exchanges at once,
 * is a ComparingRule.
 */
export interface Rule extends RuleText {
  check(part: Part): Finding[];
}

/** A problem as a rule reports it; the runner adds the id and the severity of the rule. */
export type Finding = Omit<Problem, 'rule' | 'severity'>;

/** A digest of a part: the little that comparing rules have to know of it, as JSON can hold it. */
export interface DigestShape<Digest> {
  /** Unique among digests. */
  readonly name: string;
  readonly schema: z.ZodType<Digest>;
  /** The digest of a part; undefined where it has none. Depends on the part alone. */
  of(part: Part): Digest | undefined;
}

/** A digest that several rules work from. Made by `digestKind`. */
export interface DigestKind<Digest> extends DigestShape<Digest> {
  /** Digests as they were kept, in their shape, which is judged once. Throws where they do not have it. */
  read(digests: readonly Digested<unknown>[]): readonly Digested<Digest>[];
}

/** Makes a digest that several rules work from. */
export function digestKind<Digest>(shape: DigestShape<Digest>): DigestKind<Digest> {
  const known = new WeakMap<readonly Digested<unknown>[], readonly Digested<Digest>[]>();
  return {
    ...shape,
    read: (digests) => {
      const read =
        known.get(digests) ??
        digests.map(({ slug, digest }) => ({ slug, digest: shape.schema.parse(digest) }));
      known.set(digests, read);
      return read;
    },
  };
}

/**
 * A check that compares parts, or judges them by the day. It works from digests, which are
 * kept between runs, so that no part has to be read again for it. Made by `comparing`.
 */
export interface ComparingRule extends RuleText {
  readonly digest: DigestShape<unknown>;
  /** Throws where a digest does not have its shape. */
  compare(digests: readonly Digested<unknown>[], whole: Whole): ComparedFinding[];
}

/** The digest of one part. */
export interface Digested<Digest> {
  /** Folder of the exchange; undefined for what stands outside of those folders. */
  readonly slug: string | undefined;
  readonly digest: Digest;
}

/** What a comparing rule can look at besides the digests. */
export interface Whole {
  /** The day against which days are judged, `2026-11-20`. */
  readonly today: string;
  readonly files: ContentFiles;
  /** A part, parsed anew: for the few that need a closer look. Takes long. */
  partOf(slug: string | undefined): Part;
}

/** A finding whose place is that of a value in the YAML of a file, to be looked up. */
export interface UnplacedFinding extends Omit<Finding, 'line' | 'column'> {
  readonly path: readonly (string | number)[];
}

export type ComparedFinding = Finding | UnplacedFinding;

/** Makes a rule that compares. Input: its texts, the digest that it works from, and its check. */
export function comparing<Digest>({
  digest,
  compare,
  ...text
}: RuleText & {
  readonly digest: DigestShape<Digest> | DigestKind<Digest>;
  readonly compare: (digests: readonly Digested<Digest>[], whole: Whole) => ComparedFinding[];
}): ComparingRule {
  const kind = 'read' in digest ? digest : digestKind(digest);
  return { ...text, digest, compare: (digests, whole) => compare(kind.read(digests), whole) };
}
