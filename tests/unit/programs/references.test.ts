import ccxt, { type Exchange } from 'ccxt';
import { expect, test } from 'playwright/test';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { madeUpPlan } from '../../support/signing/made-up.ts';
import { firstRunners, programOf } from '../../support/signing/programs.ts';
import { runProgram } from '../../support/signing/run-program.ts';

/**
 * Signatures that exchanges print in their documentation (read on 21 November 2026):
 * CCXT, with which our programs are compared, must come to them, and so must the programs.
 */

function at(exchange: Exchange, milliseconds: number): Exchange {
  exchange.milliseconds = () => milliseconds;
  exchange.seconds = () => Math.floor(milliseconds / 1000);
  exchange.nonce = () => milliseconds;
  return exchange;
}

const krakenSecret =
  'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==';
const lbankKey = 'fb4e39e5-6a06-4291-9f80-d10176a0badd';
const lbankEcho = 'echostr123456789012345678901234567890';

interface Vector {
  readonly source: string;
  readonly secret: string;
  readonly form: TestPlan['secret'];
  /** The recipe, with the moment of the example; the last value is the signature. */
  readonly values: TestPlan['values'];
  readonly signature: string;
  /** The same by CCXT, as far as it can be asked for it. */
  readonly byCcxt?: () => unknown;
}

const vectors: Record<string, Vector> = {
  gate: {
    source: 'https://www.gate.com/docs/developers/apiv4/en',
    secret: 'secret',
    form: 'text',
    values: [
      { name: 'timestamp', make: 'text', of: '1541993715', as: 'plain' },
      { name: 'query', make: 'text', of: 'contract=BTC_USD&status=finished&limit=50', as: 'plain' },
      { name: 'bodyHash', make: 'hash', hash: 'sha512', of: '', as: 'hex' },
      {
        name: 'signature',
        make: 'hmac',
        hash: 'sha512',
        of: '{method}\n/api/v4/futures/orders\n{query}\n{bodyHash}\n{timestamp}',
        as: 'hex',
      },
    ],
    signature:
      '55f84ea195d6fe57ce62464daaa7c3c02fa9d1dde954e4c898289c9a2407a3d6fb3faf24deff16790d726b66ac9f74526668b13bd01029199cc4fcc522418b8a',
    byCcxt: () =>
      at(new ccxt.gate({ apiKey: 'key', secret: 'secret' }), 1541993715000).sign(
        'orders',
        ['private', 'futures'],
        'GET',
        { contract: 'BTC_USD', status: 'finished', limit: 50 },
      )['headers']['SIGN'],
  },
  binance: {
    source: 'https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md',
    secret: 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j',
    form: 'text',
    values: [
      {
        name: 'query',
        make: 'text',
        of: 'symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559',
        as: 'plain',
      },
      { name: 'signature', make: 'hmac', hash: 'sha256', of: '{query}', as: 'hex' },
    ],
    signature: 'c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71',
  },
  kraken: {
    source: 'https://docs.kraken.com/api/docs/guides/spot-rest-auth',
    secret: krakenSecret,
    form: 'base64',
    values: [
      { name: 'nonce', make: 'text', of: '1616492376594', as: 'plain' },
      {
        name: 'body',
        make: 'text',
        of: 'nonce={nonce}&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25',
        as: 'plain',
      },
      { name: 'digest', make: 'hash', hash: 'sha256', of: '{nonce}{body}', as: 'raw' },
      {
        name: 'signature',
        make: 'hmac',
        hash: 'sha512',
        of: '/0/private/AddOrder{digest}',
        as: 'base64',
      },
    ],
    signature:
      '4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==',
    byCcxt: () =>
      at(new ccxt.kraken({ apiKey: 'key', secret: krakenSecret }), 1616492376594).sign(
        'AddOrder',
        'private',
        'POST',
        { ordertype: 'limit', pair: 'XBTUSD', price: 37500, type: 'buy', volume: 1.25 },
      )['headers']['API-Sign'],
  },
  // Printed for the challenge of the WebSocket, which is signed as requests are.
  'kraken-futures': {
    source: 'https://docs.kraken.com/exchange/guides/futures/websockets',
    secret:
      '7zxMEF5p/Z8l2p2U7Ghv6x14Af+Fx+92tPgUdVQ748FOIrEoT9bgT+bTRfXc5pz8na+hL/QdrCVG7bh9KpT0eMTm',
    form: 'base64',
    values: [
      {
        name: 'digest',
        make: 'hash',
        hash: 'sha256',
        of: 'c100b894-1729-464d-ace1-52dbce11db42',
        as: 'raw',
      },
      { name: 'signature', make: 'hmac', hash: 'sha512', of: '{digest}', as: 'base64' },
    ],
    signature:
      '4JEpF3ix66GA2B+ooK128Ift4XQVtc137N9yeg4Kqsn9PI0Kpzbysl9M1IeCEdjg0zl00wkVqcsnG4bmnlMb3A==',
  },
  lbank: {
    source: 'https://lbank.com/docs/contract.html',
    secret: '093F44F700FC48F17DDB67390C895CE5',
    form: 'text',
    values: [
      {
        name: 'message',
        make: 'text',
        of: `api_key=${lbankKey}&asset=USDT&echostr=${lbankEcho}&productGroup=SwapU&signature_method=HmacSHA256&timestamp=1665990154559`,
        as: 'plain',
      },
      { name: 'digest', make: 'hash', hash: 'md5', of: '{message}', as: 'upper-hex' },
      { name: 'signature', make: 'hmac', hash: 'sha256', of: '{digest}', as: 'hex' },
    ],
    signature: '809133cb69a17beba0be076b99b4d90de872476e36da87978ab2889970ccd06d',
    byCcxt: () => {
      const lbank = new ccxt.lbank({
        apiKey: lbankKey,
        secret: '093F44F700FC48F17DDB67390C895CE5',
      });
      lbank.uuid22 = () => lbankEcho;
      lbank.uuid16 = () => '';
      const { body } = at(lbank, 1665990154559).sign('account', ['contract', 'private'], 'POST', {
        asset: 'USDT',
        productGroup: 'SwapU',
      });
      return new URLSearchParams(body).get('sign');
    },
  },
};

for (const [slug, { source, secret, form, values, signature, byCcxt }] of Object.entries(vectors)) {
  if (byCcxt !== undefined) {
    test(`CCXT signs the example of ${slug} (${source})`, () => {
      expect(byCcxt()).toBe(signature);
    });
  }

  test(`the programs sign the example of ${slug} (${source})`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const plan = madeUpPlan({
      secret: form,
      values,
      send: { url: '{path}', headers: { 'X-Sign': '{signature}' } },
    });
    for (const { language, runner } of firstRunners) {
      await runProgram(runner, language, programOf(plan, language), ['EXAMPLE-KEY', secret], {
        NORTHWIND_API_BASE: exchange.url,
      });
    }
    exchange.close();
    expect(exchange.arrived.map(({ headers }) => headers['x-sign'])).toEqual(
      firstRunners.map(() => signature),
    );
  });
}
