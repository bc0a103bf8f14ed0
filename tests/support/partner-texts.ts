import type { Dictionary } from '../../src/i18n/index.ts';
import { plainSentence } from '../../src/i18n/sentence.ts';
import { changes, labels, name } from './dictionary-samples.ts';
import { samplePartner } from './sample-partner.ts';

/** The functions of a dictionary about partners, as in {@link functionTexts}. */
export const partnerTexts = (t: Dictionary): Record<string, readonly string[]> => ({
  'partner.either': labels.map(t.partner.either),
  'partner.from': [t.partner.from(name)],
  'partner.title': [t.partner.title(name)],
  'partner.description': [t.partner.description(name)],
  'partner.guideDescription': [t.partner.guideDescription(name, 'Gate')],
  'partner.example': [t.partner.example(name)],
  'partner.addresses': [t.partner.addresses('Trusted IPs')],
  'partner.label': [t.partner.label('Name')],
  'partner.expanded': [true, false].map((sure) =>
    t.partner.expanded('Gate', ['203.0.113.0/30'], sure),
  ),
  'partner.assumptions.separator': [t.partner.assumptions.separator('Gate')],
  'partner.assumptions.most': [t.partner.assumptions.most('Gate')],
  'partner.labelChanged': [t.partner.labelChanged('Gate', 'example-desk')],
  'partner.change': changes.map(t.partner.change),
  'partner.changeMend': changes.flatMap((change) =>
    [true, false].map((entered) => t.partner.changeMend(change, entered)),
  ),
  'partner.announced': [t.partner.announced('2026-11-01')],
  'partner.feedTitle': [t.partner.feedTitle(name)],
  'partner.feedDescription': [t.partner.feedDescription(name)],
  'partner.feedWhere': labels.map(t.partner.feedWhere),
  'partner.use': samplePartner().addresses.map(t.partner.use),
  'partner.checkPage': labels.map((domains) => t.partner.checkPage(name, domains)),
  'partner.checkContact': labels.map((list) => plainSentence(t.partner.checkContact(list))),
  'partner.never': [t.partner.never(name)],
  'partner.ours': [t.partner.ours(name, '2026-11-20')],
  'partner.choice': [t.partner.choice('Spot trading', 'www.gate.com')],
  'partner.anotherSite': [t.partner.anotherSite('Gate')],
});
