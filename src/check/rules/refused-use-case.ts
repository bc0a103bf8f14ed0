import type { ExchangeFolder } from '../../content/content.ts';
import type { FilePlace } from '../../content/place.ts';
import { permissionSettings } from '../../derive/permission-settings.ts';
import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { UseCase } from '../../schema/use-case.ts';
import type { Finding, Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';
import { type Reference, referencesUnder } from './references.ts';

export const refusedUseCase: Rule = {
  meaning:
    'Nothing is written for a use case that the exchange refuses, whose page shows none of it; least of all is it the default.',
  mend: 'Take the use case away there, or the refusal with its reason.',
  example: '<Only for="futures-trading"> where "permissions.refusals" has futures-trading.',
  check: ({ exchanges, useCases }) =>
    exchanges.flatMap((exchange) => findingsOf(exchange, useCases?.value ?? [])),
};

function findingsOf(
  { facts, guide, steps }: ExchangeFolder,
  useCases: readonly UseCase[],
): Finding[] {
  // At a closing exchange every use case shows the same.
  if (facts?.value === undefined || facts.value.status.state !== 'active') return [];
  const { permissions, ...rest } = facts.value;
  const refused = new Set(
    useCases
      .filter((useCase) => {
        const settings = permissionSettings(permissions, useCase);
        return !settings.served && settings.refusal.kind === 'stated';
      })
      .map(({ id }) => id),
  );
  if (refused.size === 0) return [];
  const served = useCases.map(({ id }) => id).filter((id) => !refused.has(id));
  const finding = (name: string, what: string, place: () => FilePlace): Finding[] =>
    refused.has(name)
      ? [
          {
            ...place(),
            message: `${what} "${name}", which ${facts.path} refuses.`,
            help: `Take it away here; the exchange serves ${quotedList(served)}.`,
          },
        ]
      : [];
  const below = (value: unknown, above: readonly PropertyKey[] = []): Reference[] =>
    ['useCases', 'useCase'].flatMap((key) =>
      referencesUnder(value, key).map(({ path, name }) => ({ path: [...above, ...path], name })),
    );
  return [
    ...[
      ...below(rest),
      ...below(permissions.items, ['permissions', 'items']),
      ...below(permissions.caveats, ['permissions', 'caveats']),
    ].flatMap(({ path, name }) => finding(name, 'This is for', () => facts.at(path))),
    ...(guide?.value === undefined
      ? []
      : [
          ...finding(guide.value.defaultUseCase, 'The page without a use case is that of', () =>
            guide.at(['defaultUseCase']),
          ),
          ...below(guide.value).flatMap(({ path, name }) =>
            finding(name, 'This step is for', () => guide.at(path)),
          ),
        ]),
    ...steps.flatMap(({ path, mdx }) =>
      (mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Only')).flatMap((element) => {
        const ids = (textAttribute(element, 'for') ?? '').split(/\s+/).filter(Boolean);
        // Beside one that is served, a refused one takes nothing from anybody.
        return ids.every((id) => refused.has(id))
          ? ids
              .slice(0, 1)
              .flatMap((id) =>
                finding(id, 'This text is for', () => ({ file: path, ...placeOfNode(element) })),
              )
          : [];
      }),
    ),
  ];
}
