/**
 * Names of exchanges, besides those of the content, that a copied guide would carry.
 * Each is matched as whole words with its capitals, so names that are common words
 * (such as "Gate") are taken from the content only.
 */
export const knownExchangeNames = [
  'Biconomy',
  'Binance',
  'BingX',
  'Bitfinex',
  'Bitget',
  'BitMart',
  'BitMEX',
  'Bitpanda',
  'Bitrue',
  'Bitso',
  'Bitstamp',
  'Bitvavo',
  'Bybit',
  'Coinbase',
  'CoinEx',
  'Coinstore',
  'Crypto.com',
  'Deribit',
  'HTX',
  'Huobi',
  'Hyperliquid',
  'Kraken',
  'KuCoin',
  'LBank',
  'MEXC',
  'OKX',
  'OKEx',
  'Phemex',
  'Poloniex',
  'Upbit',
  'WhiteBIT',
  'XT.com',
] as const;
