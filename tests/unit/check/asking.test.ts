import { expect, test } from 'playwright/test';
import { askingIn } from '../../../src/check/asking.ts';

for (const [kind, texts] of Object.entries({
  phone: [
    'Call +44 20 7946 0958.',
    'See [us](tel:+442079460958).',
    'Ring (800) 555-0199 now.',
    'Call our hotline under 0800 123456.',
  ],
  handle: ['Write to @gate_helper.', 'Ask **@support_desk** for help.'],
  chat: ['Join t.me/gatehelp.', 'See https://discord.gg/abc', 'Write to wa.me/4420.'],
  payment: [
    'Pay to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa.',
    'Pay to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq.',
    'Pay to 0x52908400098527886E0F7030069857D2E4169EE7.',
    'Pay to TJRabPrwbZy45sbavfcjinPJC18kjpRTv8.',
  ],
  secret: [
    'Send your secret to support.',
    'Then send us the code.',
    'Tell the support agent your password.',
    'Give your seed phrase to our team.',
    'Read out the code.',
    'Do not wait. Forward the API key.',
    'E-mail your private key.',
    'Share the passphrase with an agent.',
  ],
}))
  for (const text of texts)
    test(`"${text}" is of the kind ${kind}`, () => {
      expect(askingIn(text)?.kind).toBe(kind);
    });

for (const text of [
  'Never send your secret to anybody.',
  'Do not give the code to support.',
  'Send nobody your secret.',
  'Give the key a name.',
  'Choose Send, then type the code from the e-mail.',
  'The sender ends in `@gate.com` or @mail.gate.com.',
  'Between 2026-11-28 and 2026-12-01 it takes 1 000 000 requests.',
  'The address 203.0.113.10 has +8 hours.',
  'May we e-mail the secret?',
])
  test(`"${text}" asks for nothing`, () => {
    expect(askingIn(text)).toBeUndefined();
  });
