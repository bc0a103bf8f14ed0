import type { DataFile } from '../../content/data-file.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import { credentialRolesOf } from '../../derive/credential-mapping.ts';
import { documentedToolIds } from '../../vocabulary/tools.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const toolMapping: Rule = {
  meaning:
    'An active exchange says of every tool whether it supports the exchange; one that does has a field for each value that readers save, and for no other.',
  mend: 'Add the tool under "connecting" with the names of its fields, or with "supported: false" and the reason.',
  example: 'A key with a passphrase, but no field for it under "connecting".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value === undefined || facts.value.status.state !== 'active'
        ? []
        : [...missing(facts, facts.value), ...misfits(facts, facts.value)],
    ),
};

function missing(file: DataFile<ExchangeFacts>, { connecting = [] }: ExchangeFacts): Finding[] {
  const absent = documentedToolIds.filter((id) => !connecting.some(({ tool }) => tool === id));
  if (absent.length === 0) return [];
  return [
    {
      ...file.at(connecting.length === 0 ? ['credentials'] : ['connecting'], 'key'),
      message: `Nothing says whether ${quotedList(absent)} can use a key of this exchange.`,
      help: 'Add it under "connecting": the names of its fields, or "supported: false" and why, from its own documentation.',
    },
  ];
}

function misfits(file: DataFile<ExchangeFacts>, facts: ExchangeFacts): Finding[] {
  const { connecting = [] } = facts;
  const saved = credentialRolesOf(facts);
  return connecting.flatMap((entry, index) => {
    if (connecting.findIndex(({ tool }) => tool === entry.tool) < index) {
      return [
        {
          ...file.at(['connecting', index, 'tool']),
          message: `The tool "${entry.tool}" stands here a second time.`,
          help: 'Join the two entries.',
        },
      ];
    }
    if (!entry.supported) return [];
    const fields = Object.keys(entry.fields);
    const without = saved.filter((role) => !fields.includes(role));
    const extra = fields.filter((field) => !saved.some((role) => role === field));
    if (without.length === 0 && extra.length === 0) return [];
    return [
      {
        ...file.at(['connecting', index, 'fields'], 'key'),
        message: `The fields are for ${quotedList(fields)}, but readers save ${quotedList(saved)}.`,
        help: 'Give each value under "credentials" one field, and remove what readers do not have.',
      },
    ];
  });
}
