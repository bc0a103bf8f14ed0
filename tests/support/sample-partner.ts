import { type Partner, partnerSchema } from '../../src/schema/partner.ts';

/** A profile as a contributor writes it, with every field that a file can have. */
export const samplePartnerFile = {
  name: 'Example Desk',
  example: true,
  does: 'Trades for its clients.',
  domains: ['desk.example.com'],
  keyPage: { url: 'https://app.desk.example.com/keys', where: ['Settings', 'Keys'] },
  published: 'https://desk.example.com/addresses',
  addresses: [
    { address: '203.0.113.10' },
    { address: '203.0.113.11', until: { day: '2027-03-31', announced: '2026-11-01' } },
    {
      address: '203.0.113.12',
      from: { day: '2027-01-01', announced: '2026-11-01' },
      until: { day: '2027-12-31', announced: '2026-11-02' },
    },
  ],
  keyLabel: 'example-desk',
  useCase: 'trading',
  exchanges: [
    {
      exchange: 'northwind',
      useCase: 'trading',
      keyLabel: 'desk',
      addresses: ['203.0.113.10', '203.0.113.11'],
      keys: 2,
    },
    { exchange: 'fabrikam' },
  ],
  fields: {
    'api-key': 'Key',
    secret: 'Secret',
    passphrase: 'Passphrase',
    memo: 'Memo',
    'private-key': 'Private key',
    'public-key': 'Public key',
  },
  neverAsks: ['withdrawal-permission', 'password', 'codes'],
  contact: { page: 'https://desk.example.com/ask', email: 'help@desk.example.com' },
  languages: ['en', 'pt-BR'],
  checked: '2026-11-20',
} as const;

/** The sample partner, parsed, with some fields replaced. */
export function samplePartner(changes: Partial<Partner> = {}): Partner {
  return { ...partnerSchema.parse(samplePartnerFile), slug: 'example-desk', ...changes };
}
