import type { Damage } from './damages.ts';
import type { SiteCheckName } from './index.ts';

const guide = 'northwind/index.html';
const embedded = 'embed/northwind/sign-in/index.html';

/** A text within one step, found by what stands before it there. */
export const inStep = (id: string, text: string): RegExp =>
  new RegExp(`(?<=<li class="step" id="${id}">(?:(?!<li class="step").)*?)${text}`, 's');

/** For every check of paths, and of the steps that others embed, what it must not let through. */
export const damagesOfPaths = {
  'every path stays within its budget': [
    {
      file: guide,
      find: '</main>',
      // Text that cannot be compressed much.
      replace: `${Array.from({ length: 6000 }, (_, at) => ((at * 7919) % 104_729).toString(36)).join(' ')}</main>`,
      says: 'bytes of HTML and styles, more than',
    },
    {
      file: 'fabrikam/index.html',
      find: '</main>',
      replace: '<script type="module" src="/guides/large.js"></script></main>',
      with: {
        'large.js': Array.from({ length: 6000 }, (_, at) =>
          ((at * 7919) % 104_729).toString(36),
        ).join(),
      },
      says: 'bytes of scripts, more than',
    },
  ],
  'every path has its steps': [
    {
      file: guide,
      find: 'id="revoke-key"',
      replace: '',
      says: 'has the anchor revoke-key 0 times',
    },
    {
      file: guide,
      find: '</main>',
      replace: '<p id="test-key"></p></main>',
      says: 'has the anchor test-key 2 times',
    },
    {
      file: guide,
      find: /<div class="row" id="test-key">/,
      replace: '<div id="test-key">',
      says: 'lacks the step test-key where it belongs',
    },
    {
      file: guide,
      find: '<li class="step" id="restrict-ip">',
      replace: '<li class="step" id="restrict"><i id="restrict-ip"></i>',
      says: 'lacks the step restrict-ip where it belongs',
    },
    {
      file: guide,
      find: '<span aria-hidden="true">2</span>',
      replace: '<span aria-hidden="true">3</span>',
      says: 'numbers its steps 1, 3, 3',
    },
    {
      file: guide,
      find: 'class="no" href="#restrict-ip"',
      replace: 'class="no" href="#sign-in"',
      says: 'has no link to the step restrict-ip',
    },
    { file: guide, find: 'data-i="2" href="#open-api-management"', replace: '', says: 'the bar' },
    { file: guide, find: 'data-i="3"', replace: 'data-i="4"', says: 'has the bar' },
    { file: guide, find: 'Step {n} of 8', replace: 'Step {n} of 7', says: 'in its bar' },
    { file: guide, find: '8 steps ·', replace: '12 steps ·', says: 'promises another count' },
  ],
  'every path has its parts and nothing else': [
    {
      file: guide,
      find: inStep('sign-in', '<li>Type your password.</li>'),
      replace: '<li>Wait.</li><li>Wait.</li><li>Wait.</li><li>Wait.</li>',
      says: 'has a list of 6 actions',
    },
    {
      file: guide,
      find: inStep('sign-in', '<ol class="do">'),
      replace: '<ol>',
      says: 'sign-in has 0 actions',
    },
    {
      file: guide,
      find: inStep('restrict-ip', '<details class="why">'),
      replace: '<details class="why"></details><details class="why">',
      says: 'restrict-ip has not one closed fold',
    },
    {
      file: guide,
      find: inStep('restrict-ip', '<details class="why">'),
      replace: '<details class="why" open>',
      says: 'restrict-ip has not one closed fold',
    },
    {
      file: guide,
      find: '/guides/northwind/facts/#addresses',
      replace: '/guides/northwind/',
      says: 'restrict-ip has no way to the record',
    },
    {
      file: guide,
      find: inStep('set-permissions', '<div class="care"'),
      replace: '<div class="care">No</div><div class="care"',
      says: 'set-permissions has 2 warnings',
    },
    { file: guide, find: 'id="done"', replace: '', says: 'has not one card at its end' },
    {
      file: guide,
      find: /(?<=id="done-title">[^<]+<\/h2>)<ol class="do">.*?<\/ol>/s,
      replace: '',
      says: 'does not say at its end',
    },
    { file: guide, find: 'id="checklist"', replace: 'id="points"', says: 'with the checklist' },
    {
      file: guide,
      find: '<details><summary>Test',
      replace: '<details open><summary>Test',
      says: 'opens "Test',
    },
    {
      file: guide,
      find: inStep('sign-in', 'Type your password.'),
      replace: '<a href="/guides/northwind/facts/#source-help">Help</a>',
      says: 'leads to the source',
    },
    {
      file: guide,
      find: inStep('sign-in', 'Type your password.'),
      replace: '<a href="https://help.northwind.example/keys">Help</a>',
      says: 'leads to the source',
    },
  ],
  'every path has few words': [
    {
      file: guide,
      find: 'Type your password.',
      replace: 'Type your password. '.repeat(300),
      says: 'words, more than',
    },
    {
      file: guide,
      find: /<main\b[^>]*>.*<\/main>/s,
      replace: '<main><h1>Northwind</h1><ol><li class="step">Save.</li></ol></main>',
      says: 'shows next to nothing',
    },
  ],
  'drawings are drawings': [
    {
      file: guide,
      find: inStep('sign-in', '<figure class="shot".*?</figure>'),
      replace: '',
      says: 'shows no picture in sign-in',
    },
    {
      file: guide,
      find: inStep('sign-in', '</figure>'),
      replace: '</figure><figure></figure><figure></figure>',
      says: 'shows 3 pictures in sign-in',
    },
    { file: guide, find: 'data-n="3"', replace: 'data-n="4"', says: 'number 4 beside 3 actions' },
    { file: guide, find: 'data-n="3"', replace: 'data-n="2"', says: 'has a number twice' },
    {
      file: guide,
      find: inStep('open-api-management', 'data-n="1"(.*?)data-n="2"'),
      replace: '$1',
      says: 'has a drawing without a number in open-api-management',
    },
    {
      file: guide,
      find: 'aria-label="Check the address',
      replace: 'title="',
      says: 'a drawing without words',
    },
    {
      file: guide,
      find: 'class="shot" role="img"',
      replace: 'class="shot"',
      says: 'a drawing without words',
    },
    {
      file: guide,
      find: '<p class="h">Sign in</p>',
      replace: '<p class="url"><span>www.evil.example</span></p>',
      says: 'draws the address www.evil.example, not one of www.northwind.example',
    },
    {
      file: guide,
      find: '<span class="pill">www.northwind.example</span>',
      replace: '',
      says: 'does not say what the address bar must say',
    },
    { file: guide, find: 'you@mail.example', replace: '9.9.9.9', says: 'draws 9.9.9.9' },
    {
      file: guide,
      find: 'you@mail.example',
      replace: 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv',
      says: 'draws "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv"',
    },
    { file: guide, find: '<mark>you@', replace: '<button>you@', says: 'has a <button>' },
    {
      file: guide,
      find: /(?<=<figcaption>)[^<]+/,
      replace: 'A screenshot.',
      says: 'does not say of when',
    },
  ],
  'action, drawing, table and checklist agree': [
    {
      file: guide,
      find: '<p class="sw box never">',
      replace: '<p class="sw box on">',
      says: 'draws View profile · Spot (View and trade) · Withdraw, and lists',
    },
    {
      file: guide,
      find: '<p class="sw box never">',
      replace: '<p class="sw box">',
      says: 'does not draw "never" of Withdraw',
    },
    {
      file: guide,
      find: /<span>(<i><\/i>View<\/span>)<span class="chosen">/,
      replace: '<span class="chosen">$1<span>',
      says: 'draws View profile · Spot (View), and lists',
    },
    {
      file: guide,
      find: '<th scope="row">Spot, View and trade</th>',
      replace: '<th scope="row">Margin</th>',
      says: 'and lists View profile · Margin',
    },
    {
      file: guide,
      find: '<td>Withdraw: can',
      replace: '<td>Margin: can',
      says: 'has never Withdraw in its checklist, and lists Margin',
    },
    {
      file: guide,
      find: 'On: View profile and Spot (View and trade).',
      replace: 'On: Spot (View and trade).',
      says: 'has Spot (View and trade) in its checklist, and lists',
    },
    {
      file: guide,
      find: 'to be switched on: Withdraw.',
      replace: 'to be switched on: Margin.',
      says: 'has never Margin in its checklist',
    },
    {
      file: guide,
      find: '<b>Spot</b> at <b>View and trade</b>',
      replace: '<b>Spot</b> at <b>View</b>',
      says: 'does not set Spot (View and trade) in its action',
    },
    {
      file: guide,
      find: 'Tick <b>Spot</b>',
      replace: 'Tick <b>Margin</b> and <b>Spot</b>',
      says: 'sets Margin in its action',
    },
    {
      file: guide,
      find: ', above all <b class="never">Withdraw</b>',
      replace: '',
      says: 'does not say "never" of Withdraw in its action',
    },
    {
      file: guide,
      find: '<b class="never">Withdraw</b>',
      replace: '<b class="never">Withdraw</b> and <b class="never">History</b>',
      says: 'says "never" of History in its action alone',
    },
    {
      file: guide,
      find: 'Spot is on, at View and trade.',
      replace: 'Spot is on, at View.',
      says: 'does not say in the words of its drawing',
    },
  ],
  'pages without a key teach none': [
    {
      file: 'northwind/futures-trading/index.html',
      find: '</main>',
      replace: '<ol class="do"></ol></main>',
      says: 'has a <ol',
    },
    {
      file: 'northwind/futures-trading/index.html',
      find: '<li><a href="/guides/northwind/read-only/">',
      replace: '<li><a href="/guides/northwind/futures-trading/">',
      says: 'leads to no guide that serves the reader',
    },
    {
      file: 'fabrikam/index.html',
      find: '<b>Fabrikam is closing;',
      replace: '<b>Fabrikam;',
      says: 'does not lead with the closing',
    },
    {
      file: 'fabrikam/index.html',
      find: '</main>',
      replace: '<p id="create-key"></p></main>',
      says: 'has a <p',
    },
    {
      file: 'fabrikam/index.html',
      find: '<details open>',
      replace: '<details>',
      says: 'does not show "Save your records"',
    },
    {
      file: 'fabrikam/index.html',
      find: 'id="revoke-key"',
      replace: '',
      says: 'does not say how to delete a key',
    },
  ],
  'programs are those of the use case': [
    { file: 'northwind/test-key.sh', find: '#!', replace: '# !', says: 'is another than' },
  ],
  'embedded steps are those of the guide': [
    {
      file: embedded,
      find: 'Type your password.',
      replace: 'Type it.',
      says: 'is another than the step',
    },
    {
      file: embedded,
      find: 'aria-label="Check the address',
      replace: 'aria-label="Look at the address',
      says: 'is another than the step',
    },
    {
      file: 'embed/northwind/check-account/index.html',
      find: 'Your authenticator app',
      replace: 'Your app',
      says: 'is another than the step',
    },
    {
      file: 'embed/northwind/read-only/accept-terms/index.html',
      find: 'This step is not part of this guide',
      replace: 'Here is nothing',
      says: 'is another than the step',
    },
    {
      file: embedded,
      find: '<base target="_blank">',
      replace: '',
      says: 'keeps links within the frame',
    },
    { file: embedded, find: '/#sign-in"', replace: '/"', says: 'names https' },
    { file: 'northwind/read-only/index.html', says: 'has no guide' },
  ],
} as const satisfies Partial<Record<SiteCheckName, readonly Damage[]>>;
