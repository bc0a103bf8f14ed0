/**
 * Words by which exchanges name what a key may do, in the languages of their interfaces.
 *
 * An entry is a word or several, in lowercase; "*" stands for any beginning or ending of a
 * word. Entries of Han, Kana and Hangul are found anywhere in a text, as their languages
 * write words together. The words are those that exchanges put on withdrawing, transfers, keys, reading
 * and trading; what a label grants is judged by its capabilities, never by these words.
 */

/** What a word can be about. */
export const wordGroups = ['out', 'keys', 'transfer', 'reading', 'trading'] as const;

/**
 * `out`: taking funds out, paying or sending. `keys`: managing keys, and so widening one.
 * `transfer`: moving funds, be it between own accounts or out.
 */
export type WordGroup = (typeof wordGroups)[number];

export const powerWords = {
  english: {
    out: [
      '*withdraw*',
      'send',
      'sends',
      'sending',
      'pay',
      'pays',
      'paying',
      'payment*',
      '*payout*',
      'cash out',
      'cashout*',
      'remit*',
    ],
    keys: ['key', 'keys'],
    transfer: ['*transfer*'],
    reading: [
      'read*',
      'view*',
      'query*',
      'queries',
      'see',
      'show*',
      'history',
      'statement*',
      'report*',
      'audit*',
      'monitor*',
    ],
    trading: [
      'trade*',
      'trading',
      'order',
      'orders',
      'spot',
      'margin',
      'future*',
      'perpetual*',
      'swap*',
      'option*',
      'contract*',
      'derivative*',
    ],
  },
  german: {
    out: ['*auszahl*', '*abheb*', '*senden', '*überweis*', 'bezahl*', '*zahlung*'],
    keys: ['*schlüssel*'],
    transfer: ['*übertrag*', '*umbuch*'],
    reading: ['lese*', '*ansehen', '*anzeigen', '*einsehen', '*abfrag*', '*abruf*', '*verlauf'],
    trading: ['*handel*', '*order*', '*auftrag*', '*aufträge*', '*kontrakt*'],
  },
  french: {
    out: ['retrait*', 'retirer', 'envoyer', 'envoi*', 'paiement*', 'payer'],
    keys: ['clé', 'clés'],
    transfer: ['transfert*', 'transférer', 'virement*'],
    reading: ['lecture', 'lire', 'consult*', 'voir', 'afficher', 'historique'],
    trading: ['trad*', 'négoci*', 'ordre', 'ordres', 'échang*', 'terme'],
  },
  spanish: {
    out: ['retir*', 'enviar', 'envío*', 'pago', 'pagos', 'pagar'],
    keys: ['clave', 'claves', 'llave*'],
    transfer: ['transferen*', 'transferir'],
    reading: ['lectura', 'leer', 'consulta*', 'ver', 'historial'],
    trading: ['comerci*', 'operar', 'operacion*', 'negoci*', 'orden', 'órdenes', 'futuros'],
  },
  portuguese: {
    out: ['saque*', 'sacar', 'retirada*', 'levantamento*', 'enviar', 'envio*', 'pagament*'],
    keys: ['chave*'],
    transfer: ['transferên*', 'transferir'],
    reading: ['leitura', 'ler', 'consulta*', 'ver', 'visualiz*', 'histórico'],
    trading: ['negoci*', 'operar', 'ordem', 'ordens', 'futuros'],
  },
  italian: {
    out: ['preliev*', 'prelev*', 'inviare', 'invio', 'pagament*', 'pagare'],
    keys: ['chiave', 'chiavi'],
    transfer: ['trasferi*', 'bonific*'],
    reading: ['lettura', 'leggere', 'consulta*', 'visualizza*', 'cronologia'],
    trading: ['negozia*', 'scambi*', 'ordine', 'ordini', 'derivati'],
  },
  turkish: {
    out: ['çek*', 'gönder*', 'ödeme*'],
    keys: ['anahtar*'],
    transfer: ['aktar*', 'havale*'],
    reading: ['oku*', 'görüntüle*', 'sorgu*', 'geçmiş*'],
    trading: ['alım satım*', 'işlem*', 'emir*', 'vadeli*'],
  },
  russian: {
    out: ['вывод*', 'вывест*', 'снят*', 'отправ*', 'оплат*', 'плат*', 'выплат*'],
    keys: ['ключ*'],
    transfer: ['перевод*', 'перевест*'],
    reading: ['чтен*', 'читать', 'просмотр*', 'запрос*', 'истори*'],
    trading: ['торг*', 'ордер*', 'заявк*', 'фьючерс*', 'маржин*', 'спот*'],
  },
  chineseSimplified: {
    out: ['提现', '提币', '提款', '提领', '提取', '转出', '发送', '汇款', '支付', '付款'],
    keys: ['密钥'],
    transfer: ['转账', '划转', '转移', '转帐'],
    reading: ['只读', '读取', '查看', '查询', '历史'],
    trading: ['交易', '买卖', '下单', '订单', '现货', '合约', '杠杆', '期货', '期权'],
  },
  chineseTraditional: {
    out: ['提現', '提幣', '提領', '轉出', '發送', '傳送', '匯款'],
    keys: ['密鑰', '金鑰'],
    transfer: ['轉帳', '轉賬', '劃轉', '轉移'],
    reading: ['唯讀', '只讀', '讀取', '檢視', '查詢', '歷史'],
    trading: ['買賣', '下單', '訂單', '現貨', '合約', '槓桿', '期貨', '期權'],
  },
  japanese: {
    out: ['出金', '出庫', '引き出', '引出', '送金', '送付', '送る', '支払', '払出'],
    keys: ['キー', '鍵'],
    transfer: ['振替', '振込', '移動', '転送'],
    reading: ['読み取り', '読取', '閲覧', '参照', '照会', '表示', '履歴'],
    trading: ['取引', '売買', '注文', '現物', '先物', 'レバレッジ'],
  },
  korean: {
    out: ['출금', '인출', '송금', '보내기', '결제', '지불'],
    keys: ['키'],
    transfer: ['이체', '전송', '이동'],
    reading: ['읽기', '조회', '보기', '내역'],
    trading: ['거래', '주문', '매매', '현물', '선물', '마진'],
  },
  vietnamese: {
    out: ['rút', 'gửi', 'thanh toán'],
    keys: ['khóa', 'khoá'],
    transfer: ['chuyển'],
    reading: ['đọc', 'xem', 'truy vấn', 'lịch sử'],
    trading: ['giao dịch', 'lệnh', 'hợp đồng'],
  },
  indonesian: {
    out: ['tarik', 'penarikan', 'kirim', 'mengirim', 'pengiriman', 'bayar', 'pembayaran'],
    keys: ['kunci'],
    transfer: ['pindah*', 'pemindahan'],
    reading: ['baca', 'membaca', 'lihat', 'melihat', 'riwayat'],
    trading: ['perdagangan', 'dagang', 'pesanan', 'kontrak'],
  },
} as const satisfies Record<string, Record<WordGroup, readonly string[]>>;

export type WordLanguage = keyof typeof powerWords;
