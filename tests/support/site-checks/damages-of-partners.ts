import type { Damage } from './damages.ts';
import { inStep } from './damages-of-paths.ts';
import type { SiteCheckName } from './index.ts';

const partner = 'for/wingtip-desk/northwind/index.html';

/** For every check of pages that are made for a partner, what it must not let through. */
export const damagesOfPartners = {
  'pages of partners agree with themselves': [
    { file: partner, find: '<code>9.9.9.1', replace: '<code>9.9.9.5', says: 'to copy, and draws' },
    {
      file: partner,
      find: '<mark>wingtip-desk-1',
      replace: '<mark>bot-2026',
      says: 'and draws bot-2026 and 9.9.9.1',
    },
    {
      file: partner,
      find: '<small>From Wingtip Desk</small>',
      replace: '',
      says: 'without its name',
    },
    {
      file: partner,
      find: inStep('restrict-ip', '<div class="copy theirs"'),
      replace: '<div class="copy"',
      says: 'has something to copy that is not the partner’s',
    },
    { file: partner, find: 'exactly the 3 addr', replace: 'the 3 addr', says: 'counts other' },
    { file: partner, find: 'is for Wingtip Desk alone', replace: 'is mine', says: 'does not bind' },
    {
      file: partner,
      find: 'Wingtip Desk never asks for withdrawal.',
      replace: '',
      says: 'nobody needs withdrawals',
    },
    { file: partner, find: '</main>', replace: 'Your tool</main>', says: 'speaks of "your tool"' },
    {
      file: partner,
      find: 'those of Wingtip Desk."',
      replace: 'those of your tool."',
      says: 'speaks of "your tool"',
    },
    {
      file: partner,
      find: 'Type your password.',
      replace: '<a href="/guides/northwind/">The guide</a>',
      says: 'leads away to /guides/northwind/',
    },
    {
      file: partner,
      find: inStep('sign-in', '<p><a href="/guides/northwind/facts/#sites">'),
      replace: '<p><a href="/guides/concepts/">',
      says: 'leads away to /guides/concepts/',
    },
    {
      file: partner,
      find: 'Nowhere else.',
      replace: '<a href="/guides/northwind/facts/#sites">Facts</a>',
      says: 'leads away to /guides/northwind/facts/#sites',
    },
  ],
  'pages of partners say what their profiles say': [
    {
      file: partner,
      find: '<span>wingtiptoys.',
      replace: '<span>evil.',
      says: 'as the address to hand over at, not app.desk.wingtiptoys.com',
    },
    { file: partner, find: '<dd>Secret<', replace: '<dd>Key<', says: 'fields to hand over in' },
    { file: partner, find: '<dt>Pass phrase', replace: '<dt>Phrase', says: 'values to hand over' },
    {
      file: partner,
      find: 'Is this really Wingtip Desk?',
      replace: 'Is this really Wing Desk?',
      says: 'as its own name',
    },
    {
      file: partner,
      find: 'desk.wingtiptoys.com/addresses',
      replace: 'evil.example/addresses',
      says: 'lacks "desk.wingtiptoys.com/addresses"',
    },
    {
      file: partner,
      find: 'a permission to withdraw',
      replace: 'a thing',
      says: 'lacks "a permission to withdraw"',
    },
    {
      file: partner,
      find: 'help@desk.wingtiptoys.com',
      replace: 'help@evil.example',
      says: 'lacks "help@desk.wingtiptoys.com"',
    },
    {
      file: partner,
      find: 'in the form at app.desk.wingtiptoys.com',
      replace: 'in the form',
      says: 'does not name app.desk.wingtiptoys.com',
    },
  ],
} as const satisfies Partial<Record<SiteCheckName, readonly Damage[]>>;
