import { errorList, errorPages, feeds, json } from './data.ts';
import { embeddedSteps } from './embeds.ts';
import { conceptLinks, exchangeLists, linkChoices } from './exchanges.ts';
import { drawings } from './drawings.ts';
import { programs, withoutKey } from './guides.ts';
import { head, kinds, sharing, titles } from './head.ts';
import { links, resources } from './links.ts';
import { canonicals, frames, permalinks, redirects, sitemap } from './listing.ts';
import { markup } from './markup.ts';
import { handovers, partnerPages } from './partners.ts';
import { pathParts, pathWords, steps } from './paths.ts';
import { fields, policy } from './policy.ts';
import { matrices, recordParts, recordTexts, references } from './records.ts';
import type { SiteCheck } from './site-check.ts';
import { settings } from './settings.ts';
import { firstVisits, pathSizes, sharePictures } from './sizes.ts';

/** What must hold of every built site, by what it says. */
export const siteChecks = {
  'every page is of a known kind': kinds,
  'every page is valid HTML': markup,
  'links lead to pages, anchors and files that exist': links,
  'nothing is loaded from elsewhere': resources,
  'every page has its head': head,
  'no two pages share a title': titles,
  'every page says what to show beside a link to it': sharing,
  'the address to keep names itself': canonicals,
  'the policy allows what the page has and no more': policy,
  'no page has a field for a secret': fields,
  'every first visit stays within its budget': firstVisits,
  'every path stays within its budget': pathSizes,
  'share pictures are small and named': sharePictures,
  'the sitemap has every page that may be listed': sitemap,
  'redirects lead to pages that exist': redirects,
  'hosts let frames show embedded steps alone': frames,
  'everything that was published is there': permalinks,
  'JSON can be parsed': json,
  'the list of errors leads to places that exist': errorList,
  'the pages of errors say all that programs get': errorPages,
  'feeds lead to what they announce': feeds,
  'every exchange stands on every list': exchangeLists,
  'concepts lead to every exchange': conceptLinks,
  'every choice of the link maker leads to its page': linkChoices,
  'every path has its steps': steps,
  'every path has its parts and nothing else': pathParts,
  'every path has few words': pathWords,
  'drawings are drawings': drawings,
  'action, drawing, table and checklist agree': settings,
  'records have their parts': recordParts,
  'records show everything that is stored': recordTexts,
  'the matrix of a record is what people expect': matrices,
  'facts lead to sources and errors to steps': references,
  'pages without a key teach none': withoutKey,
  'programs are those of the use case': programs,
  'embedded steps are those of the guide': embeddedSteps,
  'pages of partners agree with themselves': partnerPages,
  'pages of partners say what their profiles say': handovers,
} as const satisfies Record<string, SiteCheck>;

export type SiteCheckName = keyof typeof siteChecks;
