import type { Content } from '../../content/content.ts';
import { type Asking, askingIn } from '../asking.ts';
import type { Finding, Rule } from '../rule.ts';
import { textsOfBody, textsOfData, textsOfExchange, type TextPiece } from '../texts.ts';

export const peopleToCall: Rule = {
  meaning:
    'No text leads readers to people or asks them for money or secrets: no telephone number, name in a chat or link to one, no address or sum to pay, no words of a wallet, and no "send your secret to support". A partner’s way of contact stands in "contact" alone.',
  mend: 'Leave it out; name the help page of the exchange, or write "never send …".',
  example: 'Stuck? Write to @gate_helper and send your secret.',
  check: (content) => [
    ...textsOfContent(content).flatMap((piece): Finding[] => {
      const asking = askingIn(piece.text);
      // The apps in a partner's profile are named below, with another help.
      if (asking?.kind === 'chat' && isOfPartner(piece.path) && chatApps.test(asking.found))
        return [];
      return asking === undefined ? [] : [{ ...placeOf(piece), ...told(asking) }];
    }),
    ...content.partners
      .flatMap((partner) => textsOfData(partner).filter(({ path }) => isOfPartner(path)))
      .flatMap((piece): Finding[] => {
        const app = chatApps.exec(piece.text)?.[0];
        return app === undefined
          ? []
          : [
              {
                ...placeOf(piece),
                message: `This leads readers to ${app}, where anybody can claim to be the partner.`,
                help: 'Write the page on the partner’s own domain where the key goes.',
              },
            ];
      }),
  ],
};

const chatApps =
  /\b(?:telegram|whatsapp|discord|wechat|viber|skype|messenger|signal app|kakaotalk)\b/i;

function told(asking: Asking): Pick<Finding, 'message' | 'help'> {
  const help = 'Leave it out: thieves sit there too. Name the help page of the exchange instead.';
  switch (asking.kind) {
    case 'phone':
      return { message: `"${asking.found}" is a telephone number.`, help };
    case 'handle':
      return { message: `"${asking.found}" is somebody’s name in a chat or network.`, help };
    case 'chat':
      return { message: `"${asking.found}" leads into a chat.`, help };
    case 'payment':
      return {
        message: `"${asking.found}" has the form of an address to pay to.`,
        help: 'Leave it out: no guide asks anybody to pay.',
      };
    case 'amount':
      return {
        message: `"${asking.found}" asks readers to pay.`,
        help: 'Leave it out: no guide asks anybody to pay.',
      };
    case 'secret':
      return {
        message: `"${asking.found}" asks readers to hand out what nobody else may see.`,
        help: 'Leave it out, or write "never …".',
      };
  }
}

function placeOf({ file, line, column }: TextPiece): Pick<Finding, 'file' | 'line' | 'column'> {
  return { file, line, column };
}

/** What people read; sources, and what programs and exchanges say, are quoted as they are. */
function textsOfContent({ exchanges, concepts, partners }: Content): TextPiece[] {
  return [
    ...exchanges.flatMap(textsOfExchange),
    ...concepts.flatMap((concept) => [
      ...textsOfData(concept),
      ...(concept.mdx.tree === undefined ? [] : textsOfBody(concept.path, concept.mdx.tree)),
    ]),
    ...partners.flatMap(textsOfData),
  ].filter(
    ({ path = [] }) =>
      !['sources', 'contact', 'signing'].includes(String(path[0])) &&
      !['match', 'messages'].includes(String(path.findLast((part) => typeof part === 'string'))),
  );
}

function isOfPartner(path: readonly PropertyKey[] | undefined): boolean {
  return ['does', 'keyPage', 'fields', 'name'].includes(String(path?.[0]));
}
