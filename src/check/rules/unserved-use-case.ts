import { permissionSettings } from '../../derive/permission-settings.ts';
import type { Rule } from '../rule.ts';

export const unservedUseCase: Rule = {
  meaning:
    'Every use case is served by the permissions of an active exchange, or refused under "permissions.refusals" with a reason that readers understand.',
  mend: 'Correct the capabilities, or state the reason under "permissions.refusals".',
  example: 'No permission of the exchange trades futures, and no refusal says so.',
  check: ({ exchanges, useCases }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined || facts.value.status.state !== 'active') return [];
      const { permissions } = facts.value;
      return (useCases?.value ?? []).flatMap((useCase) => {
        const settings = permissionSettings(permissions, useCase);
        if (settings.served || settings.refusal.kind === 'stated') return [];
        return [
          {
            ...facts.at(['permissions'], 'key'),
            message: `No setting of these permissions serves "${useCase.id}", and no refusal says why.`,
            help: 'Correct the capabilities, or add the use case to "permissions.refusals" with its reason and sources.',
          },
        ];
      });
    }),
};
