// What the exchange is, what it is asked, and what its answers mean.

// [[data]]
export const about =
  'Northwind: does this API key work, and can it do only what "Read only" needs?';
export const page = 'https://guides.example/northwind/';
export const baseVariable = 'NORTHWIND_API_BASE';
export const secretForm = 'text';
export const tolerance = 30;

export const words = {
  arguments: 'This program takes no arguments.',
  asking: 'Asking %s …',
  badBase: 'What stands in %s is no address of the exchange.',
  badNumber: 'Start again, and type one of the numbers.',
  certificate: 'The certificate of %s could not be checked.',
  clock: 'Clock',
  clockAhead: 'this computer is %s seconds ahead',
  clockBehind: 'this computer is %s seconds behind',
  clockRight: 'right',
  empty: '%s is empty.',
  hidden: '%s (stays hidden)',
  lineInside: 'There is a line break inside %s.',
  noAnswer: 'No answer from %s.',
  no: 'no',
  noJson: 'What answered at %s is not the API.',
  number: 'Number',
  pasted: 'More than one line was pasted for %s.',
  proxy: 'The proxy is not used.',
  readMore: 'More: %s',
  redirected: 'The answer points elsewhere (status %s).',
  refused: 'The request was refused (status %s).',
  rightsHidden: 'Look on the website.',
  same: '%s is the same as another value.',
  spaceAtEnd: 'Careful: %s begins or ends with a space.',
  spacesRemoved: 'Careful: a space around %s was taken off.',
  strangeAnswer: 'The answer is not what is documented (status %s).',
  strangeInside: 'There is a space inside %s.',
  swapped: 'What was given for %s looks like another value.',
  trouble: 'The exchange has trouble (status %s).',
  unknownError: 'This error is not on our list. What is: %s',
  untold: 'the answer does not say',
  whichSite: 'On which site is your account?',
  wrongSecret: 'This secret cannot be one for this kind of key.',
};

// Where the account is, address of the API.
export const places = [['everywhere', 'https://api.northwind.example']];

// Name here, label, environment variable, whether it is a word or a line, the form that it has.
export const credentials = [
  ['key', 'Key', 'NORTHWIND_API_KEY', 'word', '^[0-9a-f]{32}$'],
  ['secret', 'Secret', 'NORTHWIND_API_SECRET', 'word', ''],
  ['passphrase', 'Passphrase', 'NORTHWIND_API_PASSPHRASE', 'line', ''],
];

// Method, path, what stands before it; what follows where it fails; whether it is judged; what a
// good answer holds.
export const requests = [['GET', '/private', '', 'refused', true, [['code', 'is', '0']]]];

// Name, label, what stands there before the rules are looked at.
export const rows = [['works', 'Works', 'yes']];

// Tests on the last answer; row or outcome, each with what is said around what was found.
export const rules = [[[['data\\.perm', 'others', 'read']], ['look', '', '']]];

// Name, exit status, last line; the first that was met decides. What stands before the lines of
// one, where they stand in one line.
export const outcomes = [
  ['refused', 1, 'Not proved.'],
  ['look', undefined, '', 'Look at: '],
  ['else', 0, 'As it should be for: Read only'],
];

// Texts of the answer in which "…" stands for anything, codes, statuses; outcome; place on the
// page, and why it happens.
export const errors = [
  [['Your IP … is not listed'], [], [403], 'elsewhere', 'error-ip', 'It is bound elsewhere.'],
];
// [[/data]]
