import type { ToolId } from '../../vocabulary/tools.ts';
import { hole, sentence } from '../sentence.ts';

export const tools = {
  names: {
    ccxt: 'CCXT',
    freqtrade: 'Freqtrade',
    hummingbot: 'Hummingbot',
    environment: 'Variables',
  } satisfies Record<ToolId, string>,
  where: {
    ccxt: 'given to its constructor',
    freqtrade: 'under “exchange” in the configuration',
    hummingbot: 'asked by “connect”',
    environment: 'in our test and your own programs',
  } satisfies Record<ToolId, string>,
  field: (label: string) => sentence`${label}: ${hole('field')}`,
  unsupported: 'Not supported',
};
