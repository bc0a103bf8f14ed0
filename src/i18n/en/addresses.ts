import type { Allowlist } from '../../schema/exchange.ts';
import { all, any, counted } from './grammar.ts';

type Separator = NonNullable<Allowlist['separator']>;

export const addresses = {
  required: 'Required?',
  requiredWhen: {
    never: 'No, but bind the key if the tool has fixed addresses',
    always: 'Yes, always',
    forPermissions: (labels: readonly string[]) => `Only for ${all(labels)}`,
    forKeyTypes: (labels: readonly string[]) => `Only for a key of the kind ${any(labels)}`,
  },
  most: 'At most',
  mostCount: (n: number) => counted(n, { one: '{n} address', other: '{n} addresses' }),
  separator: 'Between two addresses',
  separators: {
    comma: 'A comma, no space',
    newline: 'A new line',
    space: 'A space',
    semicolon: 'A semicolon, no space',
    'one-per-field': 'One address in each field',
  } satisfies Record<Separator, string>,
  cidr: 'Ranges (such as 203.0.113.0/28)',
  ipv6: 'IPv6',
  yes: 'Yes',
  no: 'No',
  without: 'Without addresses',
  withoutAny: 'Without addresses:',
  example: 'Looks like',
  exampleNote:
    'The addresses in the examples are reserved for documentation. Enter those that the tool gives you.',
};
