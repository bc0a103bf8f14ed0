import { blocksByStep, type Content } from '../content/content.ts';
import { isPublished } from '../content/layout.ts';
import { type Quality, qualityOf } from '../derive/quality.ts';
import type { Dictionary } from '../i18n/index.ts';

/** The grade of a guide, with what the next one needs. */
export interface GuideGrade extends Quality {
  /** Folder of the exchange. */
  readonly exchange: string;
}

/** The grades of all published guides that can be read, by folder. */
export function gradesOf({ exchanges }: Content, day: string): GuideGrade[] {
  return exchanges.flatMap(({ slug, facts, guide, steps }) =>
    !isPublished(slug) || facts?.value === undefined || guide?.value === undefined
      ? []
      : [{ exchange: slug, ...qualityOf(facts.value, guide.value, blocksByStep(steps), day) }],
  );
}

/** Grades in words: one line for all guides that have the same grade and lack the same. */
export function formatGrades(
  grades: readonly GuideGrade[],
  { quality }: Pick<Dictionary, 'quality'>,
): string {
  const lines = Map.groupBy(grades, ({ grade, missing }) =>
    [quality.grades[grade], missing.length === 0 ? '' : quality.missing(missing)].join('\n'),
  );
  return [...lines]
    .map(([words, guides]) => {
      const [grade = '', needs = ''] = words.split('\n');
      return `${grade}: ${guides.map(({ exchange }) => exchange).join(', ')}. ${needs}`.trimEnd();
    })
    .join('\n');
}
