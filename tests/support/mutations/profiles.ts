import { inProfile, lineAt, replaceAt } from './damage.ts';
import { type Kind, partnerFile } from './kind.ts';

/** A line below the first exchange of a profile, reported where the exchange is named. */
function afterExchange(text: string, line: string): ReturnType<typeof replaceAt> {
  const damaged = replaceAt(text, /(?<=- exchange: .*\n)/, line);
  return damaged && { ...damaged, line: damaged.line - 1 };
}

/** Damage to the profile of a partner. */
export const profileKinds: readonly Kind[] = [
  // Partners
  inProfile('partner-address', 'an address of a private network', '203.0.113.10', '192.168.0.4'),
  inProfile('partner-address', 'the whole internet as an address', '203.0.113.10', '0.0.0.0/0'),
  {
    name: 'IPv6 or sixty addresses in a profile',
    rule: 'partner-allowlist',
    file: partnerFile,
    damage: (text, { facts }) => {
      const { most, ipv6 } = facts.allowlist;
      if (ipv6 === true && most === undefined) return undefined;
      const more =
        ipv6 === true
          ? Array.from({ length: 60 }, (_, index) => `198.51.100.${index}`)
          : ['2001:db8::10'];
      const lines = more.map((address) => `  - address: ${address}\n`).join('');
      const damaged = replaceAt(text, /(?=keyLabel: )/, lines);
      return (
        damaged && {
          ...damaged,
          line: lineAt(damaged.text, damaged.text.indexOf('  - exchange: ')),
        }
      );
    },
  },
  inProfile(
    'partner-domain',
    'a key page elsewhere',
    'bot.example.com/keys',
    'bot.example.org/keys',
  ),
  inProfile(
    'partner-name',
    'a profile under another name',
    'name: Example Bot',
    'name: Example Robot',
  ),
  inProfile('partner-name', 'a word of thieves in a name', 'Example Bot', 'Example Bot Support'),
  inProfile(
    'partner-name',
    'letters of another script in a name',
    'Example Bot',
    'Example ОКХ Bot',
  ),
  {
    name: 'the name of an exchange within that of a profile',
    rule: 'partner-name',
    file: partnerFile,
    damage: (text, { facts }) =>
      replaceAt(text, /(?<=^name: ).*/, `Example ${facts.names.name} Bot`),
  },
  inProfile('partner-domain', 'a host of mail as a domain', '[bot.example.com]', '[gmail.com]'),
  inProfile('partner-field', 'a field for a seed phrase', 'api-key: Key', 'api-key: Seed phrase'),
  inProfile('partner-field', 'a field for codes', 'secret: Secret', 'secret: SMS c0de'),
  inProfile(
    'partner-field',
    'a partner that wants withdrawals',
    'does: Trades for its clients.',
    'does: Asks its clients to switch on withdrawals.',
  ),
  inProfile(
    'partner-field',
    'a way to its page that leads into a chat',
    '{ url: https://bot.example.com/keys }',
    '{ url: https://bot.example.com/keys, where: [WhatsApp] }',
  ),
  inProfile('schema', 'an address with a port in a profile', '203.0.113.10', '203.0.113.10:443'),
  {
    name: 'a profile for an exchange that does not exist',
    rule: 'partner-exchange',
    file: partnerFile,
    damage: (text) => replaceAt(text, /(?<=- exchange: ).*/, 'moon-exchange'),
  },
  {
    name: 'a profile that asks for a permission that is none',
    rule: 'partner-asked',
    file: partnerFile,
    damage: (text) => afterExchange(text, '    asked: [{ permission: moon-shot }]\n'),
  },
  {
    name: 'a profile for a site that does not exist',
    rule: 'partner-site',
    file: partnerFile,
    damage: (text) => afterExchange(text, '    site: moon-base\n'),
  },
  {
    name: 'a profile without the field for the key',
    rule: 'partner-field',
    file: partnerFile,
    damage: (text) => {
      const damaged = replaceAt(text, / {2}api-key: .*\n/, '');
      return damaged && { ...damaged, line: damaged.line - 1 };
    },
  },
  {
    name: 'a label in a profile that the exchange does not take',
    rule: 'partner-label',
    file: partnerFile,
    damage: (text, { facts }) => {
      const { longest } = facts.labelField ?? {};
      if (longest === undefined || longest >= 30) return undefined;
      const damaged = replaceAt(text, /(?<=keyLabel: ).*/, 'x'.repeat(30));
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('  - exchange: ')) };
    },
  },
  {
    name: 'a use case in a profile that the exchange refuses',
    rule: 'partner-use-case',
    file: partnerFile,
    damage: (text, { facts }) => {
      const refused = facts.permissions.refusals[0]?.useCase;
      const damaged = refused && replaceAt(text, /(?<=\nuseCase: ).*/, refused);
      return damaged
        ? { ...damaged, line: lineAt(text, text.indexOf('  - exchange: ')) }
        : undefined;
    },
  },
];
