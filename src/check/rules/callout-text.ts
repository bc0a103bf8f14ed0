import { type ExchangeFolder, groupsOf, type StepFile } from '../../content/content.ts';
import type { FilePlace } from '../../content/place.ts';
import { marksOf } from '../../schema/screens.ts';
import { blocksFor, blocksOn, daysIn, firstDay, screensOf } from '../../markdown/step-blocks.ts';
import type { Finding, Rule } from '../rule.ts';

export const calloutText: Rule = {
  meaning:
    'The numbers in the screens of a step are those of its actions, which are counted through where steps are shown under one title; and every screen has one.',
  mend: 'Number the marks by the actions, or add the action that a mark belongs to.',
  example: 'mark: 4 (while the step has three numbered actions)',
  check: ({ exchanges, useCases }) => {
    const ids = useCases?.value?.map(({ id }) => id);
    return ids === undefined ? [] : exchanges.flatMap((exchange) => findingsIn(exchange, ids));
  },
};

function findingsIn(exchange: ExchangeFolder, useCases: readonly string[]): Finding[] {
  const { screens } = exchange;
  if (screens?.value === undefined) return [];
  const drawn = screens.value.screens;
  const told = new Set<string>();
  return groupsOf(exchange).flatMap((steps) => {
    const name = steps.map((step) => step.name).join(', ');
    const days = [firstDay, ...daysIn(steps.flatMap(({ blocks }) => blocks))];
    return [...new Set(steps.flatMap(({ blocks }) => screensOf(blocks)))].flatMap(
      (id): Finding[] => {
        const index = drawn.findIndex((screen) => screen.id === id);
        const screen = drawn[index];
        if (screen === undefined) return [];
        const place = (): FilePlace => screens.at(['screens', index, 'id']);
        const marks = marksOf(screen);
        if (marks.length === 0) {
          // A screen may stand in several steps.
          const isNew = !told.has(id);
          told.add(id);
          return isNew
            ? [
                {
                  ...place(),
                  message: `The screen "${id}" marks nothing.`,
                  help: 'Give what the action names its number ("mark: 1"); what has none is not drawn.',
                },
              ]
            : [];
        }
        // A page shows the actions of its use case, so the fewest decide of those that draw it.
        const fewest = Math.min(
          ...days.flatMap((day) =>
            useCases.flatMap((useCase) => actionsBeside(id, steps, useCase, day) ?? []),
          ),
        );
        const beyond = [...new Set(marks.filter((mark) => mark > fewest))];
        return beyond.length === 0
          ? []
          : [
              {
                ...place(),
                message: `The screen "${id}" marks ${beyond.join(', ')}, but the step "${name}" has ${fewest} numbered actions.`,
                help: 'Number the marks by the actions of the step, or add the action.',
              },
            ];
      },
    );
  });
}

/** How many actions a reader of one use case sees beside a screen; undefined where it is not drawn. */
function actionsBeside(
  screen: string,
  steps: readonly StepFile[],
  useCase: string,
  day: string,
): number | undefined {
  const blocks = steps
    .filter(({ value }) => value?.useCases?.includes(useCase) ?? true)
    .flatMap((step) => blocksFor(blocksOn(step.blocks, day), [useCase], 'general'));
  if (!screensOf(blocks).includes(screen)) return undefined;
  return blocks
    .map((block) => (block.kind === 'actions' ? block.items.length : 0))
    .reduce((sum, count) => sum + count, 0);
}
