import { parse } from 'tldts';
import { isWithinDomain } from '../derive/domains.ts';

/** Where anybody writes pages, mail or messages: nothing on these belongs to one organisation. */
const everybodys = [
  'amazonaws.com',
  'bitbucket.org',
  'discord.com',
  'discord.gg',
  'dropbox.com',
  'facebook.com',
  'forms.gle',
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'gmail.com',
  'gmx.com',
  'gmx.net',
  'google.com',
  'googleusercontent.com',
  'hotmail.com',
  'huggingface.co',
  'icloud.com',
  'instagram.com',
  'jotform.com',
  'linkedin.com',
  'linktr.ee',
  'live.com',
  'mail.com',
  'mail.ru',
  'medium.com',
  'microsoft.com',
  'msn.com',
  'notion.so',
  'office.com',
  'outlook.com',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'reddit.com',
  'sharepoint.com',
  'substack.com',
  't.me',
  'telegram.me',
  'telegram.org',
  'tutanota.com',
  'twitter.com',
  'typeform.com',
  'wa.me',
  'web.de',
  'wordpress.com',
  'weixin.qq.com',
  'whatsapp.com',
  'x.com',
  'yahoo.com',
  'yandex.ru',
  'youtube.com',
  'zoho.com',
] as const;

/** Where each customer has a name of its own in front: only the whole of it is everybody's. */
const withTenants = [
  'atlassian.net',
  'freshdesk.com',
  'helpscoutdocs.com',
  'intercom.help',
  'readme.io',
  'statuspage.io',
  'zendesk.com',
] as const;

/**
 * Whether anybody can have pages or mail on a domain: a host of everybody's pages, one
 * below which everybody registers (the private part of the public suffix list), or the
 * whole of a host of help desks.
 *
 * Input: a domain in lowercase. Output: the shared host; undefined where there is none.
 */
export function sharedHostOf(domain: string): string | undefined {
  const { isPrivate, publicSuffix } = parse(domain, { allowPrivateDomains: true });
  if (isPrivate === true && publicSuffix !== null) return publicSuffix;
  return (
    everybodys.find((host) => isWithinDomain(domain, host)) ??
    withTenants.find((host) => domain === host)
  );
}
