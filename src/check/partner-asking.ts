import type { CredentialRole } from '../schema/exchange.ts';
import { plainLetters } from './look-alike.ts';
import { sentencesOf } from './switching-on.ts';

/** What no form of a partner has a field for, in the words of forms. */
const refusedWords = [
  'seed, mnemonic, recovery, backup, wallet, keystore, secret phrase, secret words',
  '12 words, 24 words, twelve words, twenty-four words, semilla, frase de recuperación',
  '2fa, two-factor, two factor, 2-step, two-step, authenticator, otp, totp',
  'one-time, one time, sms, code, codes, código, verification, pin, login',
  'fund password, funds password, trading password, trade password',
  'account password, sign-in, e-mail, user name, username, phone, mobile',
  'card number, cvv, cvc, iban, security question, security answer',
].flatMap((line) => line.split(', '));
const passwords = [
  'password, passwort, kennwort, contraseña, senha, mot de passe, пароль, パスワード',
  '密码, 密碼',
].flatMap((line) => line.split(', '));

/**
 * Whether a field of a form is for something that no partner may ask for: a seed phrase, a
 * password, a code, what belongs to a wallet or to signing in. Some forms call the
 * passphrase of a key its password.
 *
 * Input: what goes into the field, and its label. Output: the word that says so; undefined
 * where none does.
 */
export function refusedInField(role: CredentialRole, label: string): string | undefined {
  return [
    ...refusedWords,
    ...(role === 'passphrase' ? [] : passwords),
    ...(role === 'private-key' ? [] : ['private key']),
  ].find((word) => hasWord(label, word));
}

/** Where anybody can claim to be the partner. */
const chatWords = [
  'telegram, whatsapp, discord, wechat, viber, skype, messenger, kakaotalk',
  'signal app, slack, microsoft teams, teamviewer, anydesk, rustdesk, zalo, chat',
  'e-mail, mail, sms, text message, direct message, dm, facebook, instagram',
  'twitter, reddit',
].flatMap((line) => line.split(', '));
/** Words that mean the like only where they are all that is to be chosen. */
const chatWholes = ['call', 'line', 'phone', 'reply', 'signal', 'teams', 'zoom'];

/**
 * The word by which a step of the way to a partner’s page leads into a chat, a mailbox or
 * a call instead. Input: what the reader chooses. Output: undefined where nothing does.
 */
export function chatInWay(label: string): string | undefined {
  return (
    chatWords.find((word) => hasWord(label, word)) ??
    chatWholes.find((word) => plain(word) === plain(label))
  );
}

const moving =
  /\b(?:withdr[ae]w\w*|pay-?outs?|transfer\w*|(?:move|send)s?(?: \w+){0,2} (?:coins|funds|money|crypto|assets))\b/gi;
/** What does it itself, where the other forms also name what was done. */
const doing =
  /^(?:withdraw(?:s|ing)?$|transferring|move|send)|^transfers? (?:the|its|their|your|all|any|it|them|coins|funds|money|crypto|assets)\b/i;
const looking =
  /\b(?:shows?|imports?|lists?|reads?|reports?|tracks?|counts?|records?|displays?|summari[sz]es|calculates?|analy[sz]es|collects?|gathers?|exports?|reconciles?|books?|see|sees|accounts? for)\b/i;
const wanting =
  /\b(?:asks?|switch(?:es)?|turns?|ticks?|enables?|activates?|allows?|needs?|requires?|wants?|permits?|permission|rights?|grants?|initiates?|makes?|executes?)\b/i;
const denied = /\b(?:never|not|no|nor|cannot|without|neither)\b|n[’']t\b/i;

/**
 * Whether a description of a partner speaks of withdrawing or transferring, and not only of
 * showing what was ("Shows deposits and withdrawals") or of doing without ("never withdraws").
 *
 * Input: a description. Output: the words that say so; undefined where none do.
 */
export function movingInDescription(does: string): string | undefined {
  return sentencesOf(does)
    .flatMap((sentence) =>
      [...sentence.matchAll(moving)].filter(({ 0: found, index }) => {
        const before = sentence.slice(0, index);
        const clause = before.split(/[,;:]|\b(?:and|but|then)\b/i).at(-1) ?? '';
        if (denied.test(clause)) return false;
        const isDone = doing.test(sentence.slice(index)) || doing.test(found);
        return isDone || !looking.test(before) || wanting.test(sentence);
      }),
    )
    .map(([found]) => found)[0];
}

/** Letters that look alike made the same, also between scripts of full and half width. */
function plain(text: string): string {
  return plainLetters(text.normalize('NFKC').toLowerCase()).replaceAll(/\s+/g, ' ');
}

/** Whether a text has some words as whole ones, also in letters that look alike. */
function hasWord(text: string, words: string): boolean {
  // Scripts without spaces between words have no whole ones.
  const edge = /^[\p{Script=Latin}\p{N} -]+$/u.test(words) ? String.raw`[\p{L}\p{N}]` : '(?!)';
  return new RegExp(`(?<!${edge})${RegExp.escape(plain(words))}(?!${edge})`, 'u').test(plain(text));
}
