import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import { changes } from '../../../support/dictionary-samples.ts';

test('a change of addresses is told with what to do, for one and for many', () => {
  const { change: tell, changeMend } = en.partner;
  expect(changes.map((change) => `${tell(change)} ${changeMend(change, false)}`)).toEqual([
    'From 1 January 2027: 203.0.113.1 in use. Add it to the list of your key before that day.',
    'From 1 January 2027: 203.0.113.1 and 203.0.113.2 in use. Add them to the list of your key before that day.',
    'After 1 January 2027: 203.0.113.1 no longer in use. Take it off the list of your key after that day.',
    'After 1 January 2027: 203.0.113.1 and 203.0.113.2 no longer in use. Take them off the list of your key after that day.',
  ]);
});
