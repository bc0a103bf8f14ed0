import { expect, test } from 'playwright/test';
import { labelWords } from '../../../src/derive/label-words.ts';
import { powerWords, wordGroups } from '../../../src/vocabulary/power-words.ts';

function groupsIn(label: string): string[] {
  return [...labelWords(label).keys()].sort();
}

for (const [label, groups] of Object.entries({
  // As exchanges write them, in their own languages.
  'Enable Withdrawals': ['out'],
  'Withdraw digital assets': ['out'],
  WITHDRAW: ['out'],
  'Alpha-Withdrawals': ['out'],
  'Send crypto': ['out'],
  'Pay with balance': ['out'],
  'Manage API keys': ['keys'],
  autoWithdraw: ['out'],
  'Universal Transfer': ['transfer'],
  FundTransfer: ['transfer'],
  'Enable Margin Loan, Repay & Transfer': ['trading', 'transfer'],
  'Read-Only': ['reading'],
  'Spot & Margin Trading': ['trading'],
  Auszahlungen: ['out'],
  Kryptoauszahlung: ['out'],
  'Guthaben übertragen': ['transfer'],
  'Nur Lesen': ['reading'],
  Spothandel: ['trading'],
  Retraits: ['out'],
  'Lecture seule': ['reading'],
  'Retiros de fondos': ['out'],
  'Transferencia entre cuentas': ['transfer'],
  Saques: ['out'],
  'Só leitura': ['reading'],
  Prelievi: ['out'],
  'Para Çekme': ['out'],
  'PARA ÇEKİMİ': ['out'],
  'Alım satım': ['trading'],
  'ALIM SATIM': ['trading'],
  'Вывод средств': ['out'],
  'Только чтение': ['reading'],
  提现: ['out'],
  允许提币: ['out'],
  只读: ['reading'],
  现货交易: ['trading'],
  允許提領: ['out'],
  出金: ['out'],
  出金を許可: ['out'],
  読み取り専用: ['reading'],
  'API ｷｰ': ['keys'],
  '출금 허용': ['out'],
  조회: ['reading'],
  'Rút tiền': ['out'],
  'Chỉ đọc': ['reading'],
  Penarikan: ['out'],
  Ｗｉｔｈｄｒａｗ: ['out'],
  'W\u0336i\u0336thdraw': ['out'],
  // What only looks like one.
  Payload: [],
  Keyboard: [],
  Repay: [],
  General: [],
  '': [],
}))
  test(`"${label}" is about ${groups.join(' and ') || 'nothing of it'}`, () => {
    expect(groupsIn(label)).toEqual(groups);
  });

for (const [language, groups] of Object.entries(powerWords))
  test(`each word of ${language} is found, alone and among others`, () => {
    for (const group of wordGroups)
      for (const entry of groups[group]) {
        const word = entry.replaceAll('*', '');
        for (const label of [word, `… ${word}!`, `xyz (${word}) 1`])
          expect(groupsIn(label), label).toContain(group);
      }
  });

test('each language has words for each group, each once', () => {
  for (const groups of Object.values(powerWords))
    for (const group of wordGroups) {
      const words: readonly string[] = groups[group];
      expect(words.length).toBeGreaterThan(0);
      expect([...new Set(words)]).toEqual(words);
      expect(words.map((word) => word.toLowerCase())).toEqual(words);
    }
});
