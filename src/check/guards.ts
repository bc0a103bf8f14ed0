import { sentencesOf } from './switching-on.ts';

/**
 * Whether a text lowers the reader's guard: programs of others, somebody at the reader's
 * screen, commands to paste, protections that are switched off. It is read as plain English.
 */

/** A program or a command that is not of this site. */
const program = [
  /\b[\w-]+\.(?:exe|msi|dmg|pkg|apk|scr|bat|cmd|ps1|vbs|jar)\b/i,
  /\b(?:npm|pnpm|yarn|pip3?|pipx|brew|gem|cargo|go|apt|apt-get|choco|winget)\s+(?:install|add|get|i)\b/,
  /\b(?:curl|wget|iwr|irm)\b[^|]*\|\s*(?:\w+\/)*(?:sh|bash|zsh|python3?|node|iex)\b/i,
  /\b(?:powershell|iex|mshta|rundll32|osascript|sudo|chmod|document\.cookie|localStorage)\b/i,
  /\bF12\b|\b(?:developer|browser) (?:tools|console)\b|\binto the console\b/i,
  /\bWindows(?: key)? (?:and|\+) R\b/i,
  /\b(?:install|download|add)\b[^.!?]{0,30}\b(?:browser )?(?:extension|add-on|plug-?in|helper|remote)\b/i,
];
/** Somebody else at the screen. */
const remote =
  /\b(?:AnyDesk|TeamViewer|RustDesk|Quick ?Assist|UltraViewer|remote (?:access|control|desktop))\b|\bshare your screen\b/i;
/** Verbs that take away, and what protects. */
const lowering =
  /\b(?:switch(?:ed)? off|turn(?:ed)? off|disable[ds]?|deactivate[ds]?|remove[ds]?|uninstall|(?:take|took|taken?) (?:\S+ ){0,5}away|replace)\b/i;
const guard =
  /\b(?:authenticator(?: app)?|(?:two-factor(?: authentication)?|2FA)(?! (?:of|for|on) (?:the|this|that|your) key)|passkey|anti-phishing code|virus scanner|antivirus|firewall|(?:list of )?withdrawal (?:addresses|allowlist|whitelist)|address book|phone number)\b/i;
/** Settings of programs that stop looking at certificates, or send all by way of somebody. */
const setting =
  /\b(?:NODE_TLS_REJECT_UNAUTHORIZED|NODE_OPTIONS|PYTHONHTTPSVERIFY|PYTHONSTARTUP|LD_PRELOAD|SSL_CERT_\w+|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|(?:https?|all)_proxy)\b|\s(?:--insecure|-k)\b/i;
const goOn =
  /\b(?:browser|certificate)\b[^.!?]*\bwarn\w*|\bwarning\b[^.!?]*\bis (?:wrong|normal|harmless)\b/i;
const ignoring = /\b(?:ignore|go on|proceed|continue|accept it|is (?:wrong|normal|harmless))\b/i;
/** A sentence that warns of what it names. */
const warns = /\b(?:never|not|cannot|no|nobody|none|nothing|without|neither|nor|stop)\b|n['’]t\b/i;

/**
 * The first thing in a text by which readers would lower their guard; undefined where there
 * is none. What warns of it is no such text.
 */
export function loweredGuard(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const weakened = setting.exec(plain)?.[0];
  if (weakened !== undefined) return weakened.trim();
  const sentences = sentencesOf(plain);
  for (const [index, sentence] of sentences.entries()) {
    const own: (string | undefined)[] = [];
    if (!warns.test(sentence)) {
      // What the verb takes away stands in the same clause.
      const lowers = sentence
        .split(';')
        .map((clause) => [lowering.exec(clause)?.[0], guard.exec(clause)?.[0]])
        .find((both) => both.every((part) => part !== undefined));
      own.push(
        ...program.map((pattern) => pattern.exec(sentence)?.[0]),
        remote.exec(sentence)?.[0],
        lowers?.join(' … '),
        goOn.test(`${sentences[index - 1] ?? ''} ${sentence}`) && ignoring.test(sentence)
          ? ignoring.exec(sentence)?.[0]
          : undefined,
      );
    }
    const found = own.find((part) => part !== undefined);
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
