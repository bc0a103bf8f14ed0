import { expect, test } from 'playwright/test';
import { hasLabel, saysOff, sentencesOf, switchedOn } from '../../../src/check/switching-on.ts';

const labels = ['Withdraw', 'Enable Withdrawals'];

for (const sentence of [
  'Switch on Withdraw.',
  'Turn Withdraw on for a minute.',
  'Tick Read, Trade and Withdraw.',
  'Enable withdrawals.',
  'Do not wait, but enable Withdraw.',
  'Leave Read off and tick Withdraw.',
  'Set Withdraw to Read and write.',
  'Choose Withdraw, too.',
  'Tick Enable Withdrawals.',
  'Allow payments, so that the tool can pay itself.',
  'Withdraw must be on.',
  'Then activate 提现.',
]) {
  test(`"${sentence}" switches on`, () => {
    expect(switchedOn(sentence, labels)).toBeDefined();
  });
}

for (const sentence of [
  'Leave Withdraw off.',
  'Never tick Withdraw, whoever asks for it.',
  'Do not switch Withdraw on.',
  'Tick every box but Withdraw.',
  'Set Withdraw to No access.',
  'Not without Withdraw.',
  'Choose Send code.',
  'Switch on Spot; Withdraw stays off.',
  'If Withdraw is on, delete the key.',
  'Check that Withdraw is empty.',
  'Withdrawing needs Enable Withdrawals.',
  'An older page allows four addresses, required for withdrawing.',
]) {
  test(`"${sentence}" switches nothing on`, () => {
    expect(switchedOn(sentence, labels)).toBeUndefined();
  });
}

for (const sentence of [
  'Leave Read and Withdraw off.',
  'Keep Withdraw empty.',
  'Withdraw is off.',
  'Withdraw and Transfer are empty.',
  'Withdraw stays unticked.',
  'Set Withdraw to No access.',
  'Never switch on Withdraw.',
  'Do not tick Withdraw.',
  'Make a key with Withdraw off.',
  'Make one without Withdraw.',
  'Switch off Withdraw.',
  'Turn Withdraw off.',
  'If the tool wants Withdraw, ask its makers why.',
]) {
  test(`"${sentence}" says off`, () => {
    expect(saysOff(sentence, 'Withdraw')).toBe(true);
  });
}

for (const sentence of [
  'Find Withdraw.',
  'Put a mark beside Withdraw.',
  'Do not hesitate: find Withdraw.',
  'Withdraw is the last box.',
]) {
  test(`"${sentence}" does not say off`, () => {
    expect(saysOff(sentence, 'Withdraw')).toBe(false);
  });
}

test('a label is whole words with its capitals', () => {
  expect(hasLabel('Tick Withdraw.', 'Withdraw')).toBe(true);
  expect(hasLabel('Withdrawals take a day.', 'Withdraw')).toBe(false);
  expect(hasLabel('You withdraw by hand.', 'Withdraw')).toBe(false);
  expect(hasLabel('Leave P2P (all) off.', 'P2P (all)')).toBe(true);
});

test('marks of Markdown and addresses of links are no words', () => {
  expect(sentencesOf('Leave **A** off.\nSee [the `list`](#withdraw). Go on.')).toEqual([
    'Leave A off.',
    'See the list.',
    'Go on.',
  ]);
});
