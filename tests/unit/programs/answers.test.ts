import { createServer, type Server } from 'node:net';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { type LanguageId, languageIds } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { madeUpCredentials, madeUpPlan, madeUpRights } from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { runMany } from '../../support/signing/run-many.ts';
import type { Run } from '../../support/signing/run-program.ts';

/** Answers that no exchange documents: broken, foreign, or made to deceive. */

const ok = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\nConnection: close\r\n\r\n${body}`;
const refused = (body: string): string => ok(body).replace('200 OK', '400 Bad Request');
const json = (value: unknown): string => ok(JSON.stringify(value));

/** What a terminal could obey. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;

/** An answer (each sign is a byte; undefined: none at all), and what must come of it. */
interface Scene {
  readonly answer: string | undefined;
  readonly part?: Partial<TestPlan>;
  readonly env?: Readonly<Record<string, string>>;
  readonly change?: (source: string) => string;
  readonly status: number;
  readonly says?: readonly (string | RegExp)[];
  readonly silent?: readonly string[];
}

/** A server that answers every request with the same bytes. */
async function serve(answer: string | undefined): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    socket.on('error', () => {
      // A program that has seen enough hangs up.
    });
    socket.once('data', () => answer !== undefined && socket.end(Buffer.from(answer, 'latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}` };
}

/** Plays scenes in one language, and looks at each when it is over. */
async function play(language: LanguageId, scenes: readonly Scene[]): Promise<void> {
  const servers = await Promise.all(scenes.map(({ answer }) => serve(answer)));
  const runs = await runMany(
    language,
    scenes.map(({ part = {}, env = {}, change = (source: string) => source }, index) => ({
      source: change(programOf(madeUpPlan(part), language)),
      typed: madeUpCredentials,
      env: { ...env, NORTHWIND_API_BASE: servers[index]?.url ?? '' },
    })),
  );
  for (const { server } of servers) server.close();
  scenes.forEach((scene, index) => look(scene, runs[index]));
}

function look(
  { answer = 'no answer', status, says = [], silent = [] }: Scene,
  run: Pick<Run, 'status' | 'output'> | undefined,
): void {
  const name = answer.slice(0, 300);
  const output = run?.output ?? '';
  expect(output, name).not.toMatch(controls);
  for (const value of madeUpCredentials) expect(output, name).not.toContain(value);
  expect(output, name).not.toMatch(/Traceback|^ +at /m);
  for (const line of says) {
    if (typeof line === 'string') expect(output, name).toContain(line);
    else expect(output, name).toMatch(line);
  }
  for (const line of silent) expect(output, name).not.toContain(line);
  expect(run?.status, name).toBe(status);
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

for (const language of languageIds) {
  test(`${language}: an answer that is no JSON is none of the API`, async () => {
    await play(language, [
      ...['', '<html><h1>Log in</h1></html>', '{"a":1', '{"a":["x","y"', 'OK', deep].map(
        (body): Scene => ({ answer: ok(body), status: 1, says: [notTheApi] }),
      ),
      // Where the login page answers about rights, nothing may be said about them.
      {
        answer: ok('<html></html>'),
        part: madeUpRights,
        status: 1,
        says: [notTheApi],
        silent: [en.program.withdraws],
      },
    ]);
  });

  test(`${language}: a connection that breaks is no answer, and one that never comes is waited for half a minute`, async () => {
    let shortened = 0;
    const change = (source: string): string =>
      source.replaceAll(/-m 30(?= )|timeout=30(?=\))|timeout\(30_000\)/g, (limit) => {
        shortened += 1;
        return limit.replace(/30(_000)?/, (number) => (number === '30' ? '1' : '1_000'));
      });
    await play(language, [
      ...[
        '',
        'SSH-2.0-OpenSSH_9.2\r\n',
        'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":1}',
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":',
      ].map((answer): Scene => ({ answer, status: 1, says: [noAnswer] })),
      { answer: undefined, change, status: 1, says: [noAnswer] },
    ]);
    expect(shortened).toBe(1);
  });

  test(`${language}: unusual but right answers are understood, with the clock left open where there is no date`, async () => {
    const chunked =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n';
    const large = { balances: Array.from({ length: 20_000 }, (_, id) => ({ id, free: '0.0' })) };
    await play(language, [
      ...[
        ...interim[language].map((head) => head + json({ a: 1 })),
        chunked,
        ok('\r\n [ ] \r\n'),
        ok('{}', 'Content-Type: text/html\r\n'),
        ok('{"__proto__":{"a":1},"constructor":"b","withdraw":{"toString":1}}'),
        json(large),
      ].map((answer): Scene => ({ answer, status: 0, says: [/Works +yes: it reads/] })),
      ...['', 'Date: today\r\n', 'Date: $(id)\r\n', 'Date: 99999999999999\r\n'].map(
        (date): Scene => ({
          answer: ok('{}', date),
          status: 0,
          says: [/Clock +the answer does not say/],
        }),
      ),
    ]);
  });

  test(`${language}: nothing of an answer reaches the terminal but plain text`, async () => {
    const mute = '\x1b]0;x\x07';
    await play(language, [
      ...[
        // Escaped, as JSON has it, and raw, as nobody should send it.
        '{"code":"\\u001b[31mRED\\u0007","b":"\\u009b2J\\u202e","c\\u001b[0m":"\\ud800","d":"\\r\\n  e: 1"}',
        '{"code":"\x1b[31mRED","b":"\x9b2J\xc2\x9b"}',
        '\x1b]0;title\x07<html>\x9b\xff\xfe',
        '{"a":"\xff\xfe\xc3"}',
      ].map((body): Scene => ({ answer: refused(body), status: 1, says: ['(status 400)'] })),
      {
        answer: json({
          data: [{ perm: `read,${mute}new`, ip: `${mute}1.2.3.4`, ends: `${mute}soon` }],
        }),
        part: madeUpRights,
        status: 2,
        says: [/Addresses +\S*1\.2\.3\.4/, /Ends on +\S*soon/, /not on our list: \S*new/],
      },
    ]);
  });

  test(`${language}: what was typed is not shown when the answer repeats it`, async () => {
    const [key, secret] = madeUpCredentials;
    const body = { key, error: `no such key: ${key}`, [key]: 1, secret, code: 'no' };
    await play(language, [
      { answer: refused(JSON.stringify(body)), status: 1, says: ['code: no'] },
      {
        answer: json({ data: [{ perm: `read,a${secret}`, ip: key, ends: `b${key}` }] }),
        part: madeUpRights,
        status: 2,
        says: [/Addresses +\?\n/, /Ends on +\?\n/, /not on our list: \?\n/],
      },
      // In full, as the bytes of UTF-8, and as escapes.
      ...[Buffer.from('pässword').toString('latin1'), 'p\\u00e4ssword'].map((written): Scene => ({
        answer: refused(`{"msg":"not ${written}","code":"no"}`),
        part: {
          credentials: [
            ...madeUpPlan({}).credentials,
            { variable: 'passphrase', label: 'Pass', environment: 'NORTHWIND_API_PASSPHRASE' },
          ],
        },
        env: { NORTHWIND_API_PASSPHRASE: 'pässword' },
        status: 1,
        says: ['code: no'],
        silent: ['ssword'],
      })),
      {
        answer: refused(JSON.stringify({ code: 'x'.repeat(90_000) })),
        status: 1,
        says: [/\n {2}code: x{250,300}\n/],
      },
    ]);
  });

  test(`${language}: a value cannot pass itself off as another`, async () => {
    const read = { perm: 'read', ip: '192.0.2.1', ends: '0' };
    await play(language, [
      ...[
        'x","perm":"read,withdraw',
        'x\ndata.0.perm\twithdraw',
        'data.0.perm\twithdraw',
        'x\\","perm":"withdraw',
        '\\',
      ].map((label): Scene => ({
        answer: json({ data: [{ label, ...read, [`${label}\t`]: 'withdraw' }] }),
        part: madeUpRights,
        status: 0,
        says: [/Withdraws +no/, 'As it should be for: Read only'],
      })),
      // And one that can withdraw cannot hide it.
      ...['withdraw,read', 'read, withdraw', ' withdraw read'].map((perm): Scene => ({
        answer: json({ data: [{ ...read, label: '"', perm }] }),
        part: madeUpRights,
        status: 2,
        says: [/Withdraws +yes/],
      })),
    ]);
  });

  test(`${language}: tells the day on which a key ends, or what stands there instead`, async () => {
    await play(
      language,
      (
        [
          [1798761600, '2027-01-01'],
          ['1798761600', '2027-01-01'],
          ['0', 'no day set'],
          [null, 'no day set'],
          ['soon', 'soon'],
          ['/etc/passwd', '/etc/passwd'],
          ['-1', '-1'],
          ['9'.repeat(40), '9'.repeat(40)],
        ] as const
      ).map(([ends, shown]): Scene => ({
        answer: json({ data: [{ perm: 'read', ip: '', ends }] }),
        part: madeUpRights,
        status: 0,
        says: [new RegExp(`Ends on +${shown}\n`), /Addresses +NOT BOUND/],
      })),
    );
  });

  test(`${language}: explains by texts, then by codes, then by the status`, async () => {
    const entry = { texts: [], codes: [], http: [], elsewhere: false };
    const errors: TestPlan['errors'] = [
      { ...entry, http: [400], causes: ['By the status.'], anchor: 'error-status' },
      {
        ...entry,
        codes: ['10', 'BAD_KEY'],
        causes: ['One.', '"$HOME" %s `two`.'],
        anchor: 'error-code',
      },
      {
        ...entry,
        texts: ['Your IP … is not in “the” list'],
        causes: ['By text.'],
        anchor: 'error-text',
      },
    ];
    const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
    await play(language, [
      ...(
        [
          [utf8('{"code":10,"msg":"Your IP 192.0.2.1 is not in “the” list"}'), 'By text.', 'text'],
          ['{"code":10}', '- One.\n- "$HOME" %s `two`.', 'code'],
          ['{"code":"10"}', '- One.\n- "$HOME" %s `two`.', 'code'],
          ['Error BAD_KEY.', '- One.\n- "$HOME" %s `two`.', 'code'],
          ['{"code":100,"price":"10.0","at":"2010"}', 'By the status.', 'status'],
          ['', 'By the status.', 'status'],
        ] as const
      ).map(([body, says, anchor]): Scene => ({
        answer: refused(body),
        part: { errors },
        status: 1,
        says: [`\n${says}\nMore: https://guides.example/northwind/#error-${anchor}\n`],
      })),
      {
        answer: refused('{}'),
        status: 1,
        says: ['not on our list. What is: https://guides.example/northwind/#troubleshooting'],
      },
    ]);
  });
}
