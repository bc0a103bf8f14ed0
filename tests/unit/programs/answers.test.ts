import { createServer } from 'node:net';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import type { LanguageId } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { madeUpCredentials, madeUpPlan, madeUpRights } from '../../support/signing/made-up.ts';
import { firstRunners, programOf } from '../../support/signing/programs.ts';
import { type Run, runProgram } from '../../support/signing/run-program.ts';

/** Answers that no exchange documents: broken, foreign, or made to deceive. */

const ok = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\nConnection: close\r\n\r\n${body}`;
const refused = (body: string): string => ok(body).replace('200 OK', '400 Bad Request');
const json = (value: unknown): string => ok(JSON.stringify(value));

/** What a terminal could obey. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;

/**
 * Runs the program of a plan in one language against a server that answers every request
 * with the same bytes (each sign is one), or, without an answer, with nothing.
 */
async function answered(
  answer: string | undefined,
  part: Partial<TestPlan>,
  { language, runner }: { readonly language: LanguageId; readonly runner: string },
  change: (source: string) => string = (source) => source,
): Promise<Run> {
  const server = createServer((socket) => {
    socket.on('error', () => {
      // A program that has seen enough hangs up.
    });
    socket.once('data', () => answer !== undefined && socket.end(Buffer.from(answer, 'latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    const source = change(programOf(madeUpPlan(part), language));
    const run = await runProgram(runner, language, source, madeUpCredentials, {
      NORTHWIND_API_BASE: `http://127.0.0.1:${port}`,
    });
    expect(run.output).not.toMatch(controls);
    for (const value of madeUpCredentials) expect(run.output).not.toContain(value);
    expect(run.output).not.toMatch(/Traceback|^ +at /m);
    return run;
  } finally {
    server.close();
  }
}

const notTheApi = en.program.noJson.slice(en.program.noJson.indexOf(' is not'));
const noAnswer = en.program.noAnswer.slice(en.program.noAnswer.indexOf('%s') + 2);
/**
 * Heads before the answer. Python up to 3.11 and Node each take one of them for the answer
 * or for an error; servers send neither to programs that did not ask.
 */
const proceed = 'HTTP/1.1 100 Continue\r\n\r\n';
const early = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
const interim = { sh: [proceed, early], python: [proceed], javascript: [early] } as const;

const deep = '['.repeat(20_000);

for (const first of firstRunners) {
  const { language } = first;

  test(`${language}: an answer that is no JSON is none of the API`, async () => {
    for (const body of [
      '',
      '<html><h1>Log in</h1></html>',
      '{"a":1',
      '{"a":["x","y"',
      'OK',
      deep,
    ]) {
      const { output, status } = await answered(ok(body), {}, first);
      expect(output, body.slice(0, 40)).toContain(notTheApi);
      expect(status, body.slice(0, 40)).toBe(1);
    }
    // The second request meets the login page: nothing may be said about rights.
    const { output, status } = await answered(
      ok('<html></html>'),
      { reading: [], rights: madeUpRights },
      first,
    );
    expect(output).toContain(notTheApi);
    expect(output).not.toContain(en.program.withdraws);
    expect(status).toBe(1);
  });

  test(`${language}: a connection that breaks is no answer`, async () => {
    for (const answer of [
      '',
      'SSH-2.0-OpenSSH_9.2\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":1}',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":',
    ]) {
      const { output, status } = await answered(answer, {}, first);
      expect(output, answer).toContain(noAnswer);
      expect(status, answer).toBe(1);
    }
  });

  test(`${language}: a server that never answers is waited for half a minute`, async () => {
    let shortened = 0;
    const { output, status } = await answered(undefined, {}, first, (source) =>
      source.replaceAll(/-m 30(?= )|timeout=30(?=\))|timeout\(30_000\)/g, (limit) => {
        shortened += 1;
        return limit.replace(/30(_000)?/, (number) => (number === '30' ? '1' : '1_000'));
      }),
    );
    expect(shortened).toBe(1);
    expect(output).toContain(noAnswer);
    expect(status).toBe(1);
  });

  test(`${language}: unusual but right answers are understood`, async () => {
    const chunked =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n';
    const large = { balances: Array.from({ length: 20_000 }, (_, id) => ({ id, free: '0.0' })) };
    for (const answer of [
      ...interim[language].map((head) => head + json({ a: 1 })),
      chunked,
      ok('\r\n [ ] \r\n'),
      ok('{}', 'Content-Type: text/html\r\n'),
      ok('{"__proto__":{"a":1},"constructor":"b","withdraw":{"toString":1}}'),
      json(large),
    ]) {
      const { output, status } = await answered(answer, {}, first);
      expect(output, answer.slice(0, 200)).toMatch(/Works +yes: it reads/);
      expect(status).toBe(0);
    }
  });

  test(`${language}: without a date, or with a broken one, the clock stays open`, async () => {
    for (const date of ['', 'Date: today\r\n', 'Date: $(id)\r\n', 'Date: 99999999999999\r\n']) {
      const { output, status } = await answered(ok('{}', date), {}, first);
      expect(output, date).toMatch(/Clock +the answer does not say/);
      expect(status).toBe(0);
    }
  });

  test(`${language}: nothing of an answer reaches the terminal but plain text`, async () => {
    const bodies = [
      // Escaped, as JSON has it, and raw, as nobody should send it.
      '{"code":"\\u001b[31mRED\\u0007","b":"\\u009b2J\\u202e","c\\u001b[0m":"\\ud800","d":"\\r\\n  e: 1"}',
      '{"code":"\x1b[31mRED","b":"\x9b2J\xc2\x9b"}',
      '\x1b]0;title\x07<html>\x9b\xff\xfe',
      '{"a":"\xff\xfe\xc3"}',
    ];
    for (const body of bodies) {
      const { output, status } = await answered(refused(body), {}, first);
      expect(output, body).toContain('(status 400)');
      expect(status).toBe(1);
    }
    const mute = '\x1b]0;x\x07';
    const { output } = await answered(
      json({ data: [{ perm: `read,${mute}new`, ip: `${mute}1.2.3.4`, ends: `${mute}soon` }] }),
      { reading: [], rights: madeUpRights },
      first,
    );
    expect(output).toMatch(/Addresses +\S*1\.2\.3\.4/);
    expect(output).toMatch(/Ends on +\S*soon/);
    expect(output).toMatch(/not on our list: \S*new/);
  });

  test(`${language}: what was typed is not shown when the answer repeats it`, async () => {
    const [key, secret] = madeUpCredentials;
    const { output } = await answered(
      refused(JSON.stringify({ key, error: `no such key: ${key}`, [key]: 1, secret, code: 'no' })),
      {},
      first,
    );
    expect(output).toContain('code: no');
  });

  test(`${language}: a value cannot pass itself off as another`, async () => {
    const read = { perm: 'read', ip: '192.0.2.1', ends: '0' };
    for (const label of [
      'x","perm":"read,withdraw',
      'x\ndata.0.perm\twithdraw',
      'data.0.perm\twithdraw',
      'x\\","perm":"withdraw',
      '\\',
    ]) {
      const { output, status } = await answered(
        json({ data: [{ label, ...read, [`${label}\t`]: 'withdraw' }] }),
        { reading: [], rights: madeUpRights },
        first,
      );
      expect(output, label).toMatch(/Withdraws +no/);
      expect(output, label).toContain('As it should be for: Read only');
      expect(status, label).toBe(0);
    }
    // And one that can withdraw cannot hide it.
    for (const perm of ['withdraw,read', 'read, withdraw', ' withdraw read']) {
      const { output, status } = await answered(
        json({ data: [{ ...read, label: '"', perm }] }),
        { reading: [], rights: madeUpRights },
        first,
      );
      expect(output, perm).toMatch(/Withdraws +yes/);
      expect(status, perm).toBe(2);
    }
  });

  test(`${language}: tells the day on which a key ends, or what stands there instead`, async () => {
    for (const [ends, shown] of [
      [1798761600, '2027-01-01'],
      ['1798761600', '2027-01-01'],
      ['0', 'no day set'],
      [null, 'no day set'],
      ['soon', 'soon'],
      ['/etc/passwd', '/etc/passwd'],
      ['-1', '-1'],
      ['9'.repeat(40), '9'.repeat(40)],
    ] as const) {
      const { output } = await answered(
        json({ data: [{ perm: 'read', ip: '', ends }] }),
        { reading: [], rights: madeUpRights },
        first,
      );
      expect(output, String(ends)).toMatch(new RegExp(`Ends on +${shown}\n`));
      expect(output, String(ends)).toMatch(/Addresses +NOT BOUND/);
    }
  });

  test(`${language}: explains by texts, then by codes, then by the status`, async () => {
    const entry = { texts: [], codes: [], http: [] };
    const errors: TestPlan['errors'] = [
      { ...entry, http: [400], says: 'By the status.', anchor: 'error-status' },
      {
        ...entry,
        codes: ['10', 'BAD_KEY'],
        says: '- One.\n- "$HOME" %s `two`.',
        anchor: 'error-code',
      },
      {
        ...entry,
        texts: ['Your IP … is not in “the” list'],
        says: 'By text.',
        anchor: 'error-text',
      },
    ];
    const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
    for (const [body, says, anchor] of [
      [utf8('{"code":10,"msg":"Your IP 192.0.2.1 is not in “the” list"}'), 'By text.', 'text'],
      ['{"code":10}', '- One.\n- "$HOME" %s `two`.', 'code'],
      ['{"code":"10"}', '- One.\n- "$HOME" %s `two`.', 'code'],
      ['Error BAD_KEY.', '- One.\n- "$HOME" %s `two`.', 'code'],
      ['{"code":100,"price":"10.0","at":"2010"}', 'By the status.', 'status'],
      ['', 'By the status.', 'status'],
    ] as const) {
      const { output } = await answered(refused(body), { errors }, first);
      expect(output, body).toContain(
        `\n${says}\nMore: https://guides.example/northwind/#error-${anchor}\n`,
      );
    }
    const { output } = await answered(refused('{}'), {}, first);
    expect(output).toContain(
      'not on our list. What is: https://guides.example/northwind/#troubleshooting',
    );
  });
}
