import type { ChecklistItem } from '../../derive/checklist.ts';
import { all, any, counted, day, days } from './grammar.ts';

export const checklist = {
  title: 'Security checklist',
  intro: 'Tick each point when it is true. Ticks stay on this device.',
  item: (item: ChecklistItem): string => {
    switch (item.kind) {
      case 'official-address':
        return `I opened ${item.host} by typing it or from my own bookmark.`;
      case 'two-factor':
        return 'Two-factor sign-in is on for this account.';
      case 'only-these-on':
        return item.ifAsked.length === 0
          ? `On: ${all(item.labels)}. Every other permission is off.`
          : `On: ${all(item.labels)}. Every other permission is off; ${all(item.ifAsked)} only if the tool asks.`;
      case 'unavoidable':
        return `I know what comes with ${all(item.labels)} and cannot be switched off, and I accept it.`;
      case 'never-on':
        return `Off, and never to be switched on: ${all(item.labels)}.`;
      case 'addresses-bound':
        return `${item.label}: the key is bound to the tool’s addresses, or I know why it is not.`;
      case 'secret-stored':
        return `${all(item.labels)}: in a password manager, and nowhere else.`;
      case 'tested':
        return item.look.length === 0
          ? 'I tested the key on a computer, or my tool works with it.'
          : `I tested the key on a computer, or my tool works with it; on the website I looked at ${all(item.look)}.`;
      case 'one-key-per-tool':
        return 'This key is for one tool alone.';
      case 'reminder':
        return `My calendar reminds me before the key ends (${any(item.days.map(days))}).`;
      case 'reminder-unbound':
        return `Addresses are bound. If not, my calendar reminds me before the key ends (${any(item.days.map(days))}).`;
      case 'ends-unused':
        return `I know that a key which nobody uses ends by itself (${any(item.days.map(days))}).`;
      case 'partner-addresses':
        return counted(
          item.count,
          {
            one: '{label}: exactly the one address of {name}, and no other.',
            other: '{label}: exactly the {n} addresses of {name}, and no others.',
          },
          { label: item.label, name: item.name },
        );
      case 'partner-secret':
        return `${all(item.labels)}: in a password manager and in the form at ${item.host}, which I opened myself; nowhere else.`;
      case 'partner-key':
        return `This key is for ${item.name} alone.`;
      case 'partner-asks':
        return `Nobody has asked me for anything that ${item.name} never asks for.`;
      case 'partner-removal':
        return `My calendar reminds me to take ${all(item.addresses)} off the list after ${day(item.day)}.`;
      case 'unused-deleted':
        return 'Keys that nobody uses any more are deleted.';
      case 'own':
        return item.text;
    }
  },
};
