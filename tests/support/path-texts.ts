import type { SettingsAction } from '../../src/derive/settings-action.ts';
import { permissionSettings } from '../../src/derive/permission-settings.ts';
import type { Dictionary } from '../../src/i18n/index.ts';
import { type Phrase, plainPhrase } from '../../src/i18n/phrase.ts';
import { plainSentence } from '../../src/i18n/sentence.ts';
import { counts, labels } from './dictionary-samples.ts';
import { sampleExchange } from './sample-exchange.ts';
import { useCaseThat } from './sample-permissions.ts';

const name = 'Example Desk';
const separators = ['comma', 'newline', 'space', 'semicolon', 'one-per-field', undefined] as const;
const binds = ['Bind IP', undefined] as const;
const boxes = [
  [{ label: 'Spot', level: 'Read And Write' }],
  [
    { label: 'Spot', level: undefined },
    { label: 'Margin', level: 'Read' },
  ],
];

/** Actions of every kind of control: with and without what is kept, cleared and never on. */
const actions: SettingsAction[] = (['checkbox', 'switch', 'role'] as const).flatMap((control) =>
  boxes.map((set, index) => ({
    control,
    set,
    fixed: index === 0 ? [] : ['View', 'Read'].slice(0, index),
    keep: index === 0 ? [] : ['Own', 'Other'].slice(0, index),
    clear: index === 0 ? [] : ['Preset'],
    none: index === 0 ? [] : [{ label: 'Transfer', level: 'No access' }],
    never: index === 0 ? [] : ['Withdraw'],
    othersStayOff: index === 0,
    ifAsked: [],
    unavoidable: [],
  })),
);

function rows() {
  const { permissions } = sampleExchange();
  const settings = permissionSettings(permissions, useCaseThat(['read-balances', 'trade-spot']));
  return settings.served ? settings.rows : [];
}

/** Every function of the words of paths, with its texts for every variant. */
export const pathTexts = (t: Dictionary): Record<string, readonly string[]> => {
  const { path } = t;
  const plain = (phrases: readonly Phrase[]): string[] => phrases.map(plainPhrase);
  const worded = actions.map(path.settings);
  return {
    'path.title': [path.title('Gate', 'for spot trading')],
    'path.titleFor': [path.titleFor('Gate', name, 1), path.titleFor('Gate', name, 2)],
    'path.titleAt': [path.titleAt('Gate API key for spot trading', 'eu.gate.example')],
    'path.keyOf': [path.keyOf(1, 2)],
    'path.nextKey': [path.nextKey(2)],
    'path.meta': counts.flatMap((n) => path.meta(n, n)),
    'path.neverAsks': [path.neverAsks(name)],
    'path.notFor': [path.notFor('for spot trading')],
    'path.readyValues': counts.map(path.readyValues),
    'path.addressBar': [plainSentence(path.addressBar('Gate'))],
    'path.addressBars': [plainSentence(path.addressBars('Gate'))],
    'path.addressSignIn': [plainSentence(path.addressSignIn('Gate', 'gate.example'))],
    'path.readyPartner': [path.readyPartner(name)],
    'path.elsewhere': [true, false].flatMap((sites) =>
      [true, false].map((subaccount) => path.elsewhere({ sites, subaccount })),
    ),
    'path.siteWithout': [path.siteWithout('Europe', 'eu.gate.example')],
    'path.realExpanded': labels.map(path.realExpanded),
    'path.realLeftOut': labels.map(path.realLeftOut),
    'path.sites': counts.map((n) => path.sites('Gate', n)),
    'path.siteHere': [path.siteHere('Europe', 'eu.gate.example')],
    'path.site': [path.site('Europe', 'eu.gate.example')],
    'path.sitesPartner': [path.sitesPartner(name)],
    'path.stepAt': counts.map(path.stepAt),
    'path.step': counts.map(path.step),
    'path.keyLabel': plain([path.keyLabel('Remark')]),
    'path.keyLabelPartner': plain([path.keyLabelPartner('Remark')]),
    'path.addresses': plain(
      binds.flatMap((bind) => separators.map((one) => path.addresses('IP', bind, one))),
    ),
    'path.addressesPartner': plain(binds.map((bind) => path.addressesPartner('IP', bind))),
    'path.settings': plain(worded.flatMap(({ first, list, last }) => [first, ...list, ...last])),
    'path.ifAsked': plain(boxes.map(path.ifAsked)),
    'path.unavoidable': plain(labels.map((list) => path.unavoidable(list, list))),
    'path.credentials': plain(
      labels.flatMap((list) => [
        path.credentials(list, [], []),
        path.credentials(list, ['File'], ['Passphrase']),
        path.credentials([], list, []),
      ]),
    ),
    'path.doneOpen': plain(labels.map(path.doneOpen)),
    'path.doneChoose': plain(labels.map(path.doneChoose)),
    'path.doneSignFor': [path.doneSignFor(name)],
    'path.donePaste': counts.map(path.donePaste),
    'path.doneNobodyMore': [path.doneNobodyMore('Gate')],
    'path.rows.otherExchange': [path.rows.otherExchange(name)],
    'path.how.documentation': [path.how.documentation('2026-11-20', 'Gate')],
    'path.how.live-account': [path.how['live-account']('2026-11-20', 'Gate')],
    'path.real': [path.real(name)],
    'path.realDomains': labels.map((list) => path.realDomains(name, list)),
    'path.realAsk': labels.map((list) => plainSentence(path.realAsk(list))),
    'path.realColours': [path.realColours('2026-11-20')],
    'path.table.caption': [path.table.caption('Gate', 'Spot trading')],
    'path.table.on': [path.table.on('Spot', 'Read'), path.table.on('Spot', undefined)],
    'path.table.neverMove': labels.map(path.table.neverMove),
    'path.table.ifAsked': [
      path.table.ifAsked('Spot', 'Read'),
      path.table.ifAsked('Spot', undefined),
    ],
    'path.table.fixed': [path.table.fixed('Spot')],
    'path.drawing': [path.drawing(rows())],
  };
};
