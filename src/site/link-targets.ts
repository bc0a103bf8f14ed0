import type { Exchange } from '../schema/exchange.ts';
import { errorNames } from '../schema/exchange.ts';
import type { Guide } from '../schema/guide.ts';
import { recordGroups, type RecordGroup } from '../vocabulary/record-groups.ts';
import type { LinkTargets } from './link-places.ts';
import { questionAnchor } from './anchors.ts';
import { paths } from './urls.ts';

/**
 * Where links to an exchange can lead.
 *
 * Input: the exchange with what holds on other days too, its guide, the titles of the
 * groups of facts, and what makes an address of a path.
 */
export function linkTargets(
  { slug, questions, troubleshooting }: Exchange,
  { steps }: Guide,
  groups: Readonly<Record<RecordGroup, string>>,
  addressOf: (path: string) => string,
): LinkTargets {
  const facts = paths.facts(slug);
  return {
    steps: Object.fromEntries(steps.map(({ id, title }) => [id, title])),
    questions: questions.map(({ id, question }) => ({
      id: questionAnchor(id),
      title: question,
      path: addressOf(`${facts}#${questionAnchor(id)}`),
    })),
    errors: troubleshooting.map((entry) => ({
      id: `error-${entry.id}`,
      title: [errorNames(entry).slice(0, 2).join(', '), entry.symptom].filter(Boolean).join(': '),
      path: addressOf(paths.error(slug, entry.id)),
    })),
    facts: recordGroups.map((id) => ({
      id: `facts-${id}`,
      title: groups[id],
      path: addressOf(`${facts}#${id}`),
    })),
  };
}
