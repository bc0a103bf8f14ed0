import { addresses } from './addresses.ts';
import { can } from './capabilities.ts';
import { checklist } from './checklist.ts';
import { concepts } from './concepts.ts';
import { credentials } from './credentials.ts';
import { embed } from './embed.ts';
import { errors } from './errors.ts';
import { further } from './further.ts';
import { all, locale } from './grammar.ts';
import { guide } from './guide.ts';
import { home } from './home.ts';
import { lifetimes } from './lifetimes.ts';
import { link } from './link.ts';
import { partner } from './partner.ts';
import { path } from './path.ts';
import { options, permissions } from './permissions.ts';
import { languages, program, test } from './programs.ts';
import { quality } from './quality.ts';
import { record } from './record.ts';
import { refusal } from './refusal.ts';
import { screen } from './screen.ts';
import { share } from './share.ts';
import {
  confirmations,
  contribute,
  copy,
  footer,
  header,
  moved,
  notFound,
  site,
  theme,
} from './site.ts';
import { sourceKinds } from './sources.ts';
import { tools } from './tools.ts';

/** The text of the interface in English. Other languages have this type. */
export const en = {
  language: 'en',
  locale,
  all,
  can,
  ...site,
  header,
  theme,
  footer,
  home,
  concepts,
  notFound,
  embed,
  share,
  moved,
  guide,
  path,
  record,
  errors,
  quality,
  contribute,
  refusal,
  permissions,
  further,
  options,
  addresses,
  credentials,
  link,
  partner,
  tools,
  lifetimes,
  confirmations,
  screen,
  checklist,
  copy,
  languages,
  test,
  program,
  sourceKinds,
};
