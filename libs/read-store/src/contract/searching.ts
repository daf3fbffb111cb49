import { describe, expect, it } from '@jest/globals';
import { freshStore, idsOf } from './opened.ts';
import type { Open } from './opened.ts';
import { order, orders, put } from './orders.ts';

const ORDER = [
  'web.100045 José Ångström-Müller', 'jo.smith@example.com', '+49 170 1234567', '85123A', 'Straße 5', 'NEAR or AND',
].join('\n'); // prettier-ignore

const found = [
  'web.100045', 'WEB.100045', 'web-100045', 'web100045', '100045', 'web',
  'jose', 'JOSÉ', 'josé', 'Jose\u0301', 'angstrom', 'müller', 'ångström-müller jose', 'strasse', 'STRASSE', 'jos',
  'jo.smith@example.com', 'JO.SMITH@EXAMPLE.COM', 'jo.smith', 'smith', 'example.com', '@example.com', 'jo.smith@exa',
  'smith@example.com', 'jo.smith jose', 'smith jo',
  '+49 170 1234567', '+491701234567', '0049 170 1234567', '0170 1234567', '0170/1234567', '01701234567', '0170 1234', '1234567',
  '85123A', '85123a', '85123', '85123 jose', '8512', '(85123A)', '"85123A"',
  'near', 'AND', 'or jose', 'jose*', '-jose', 'NEAR(jose)', 'müller,jose', '<jo.smith@example.com>', "jose'", 'jose ^', '{jose}',
]; // prettier-ignore

const notFound = [
  'ose', '100046', 'jo.smyth', 'jo.smith@example.org', 'web jane', 'j', 'ja', '85124', 'words:jose', 'jose NOT smith',
  'jo.example.com', '0171 1234567', 'we smith',
]; // prettier-ignore

const words = (open: Open): void => {
  const opened = freshStore(open);

  it.each(found)('find an order by %j', async (typed) => {
    const other = order('other', { words: 'pos.200000 Jane Doe jane@mail.org' });
    await opened.store.apply([put(order('o1', { words: ORDER })), put(other)], []);
    expect(idsOf(await opened.store.search(orders, typed, 10))).toEqual(['o1']);
  });

  it.each(notFound)('do not find an order by %j', async (typed) => {
    await opened.store.apply([put(order('o1', { words: ORDER }))], []);
    expect(await opened.store.search(orders, typed, 10)).toEqual([]);
  });

  it.each(['', '   ', '"', '*', '-', '(', ')', '"*', '\0', '^', ':', '{}', '@.', '\ud800'])(
    'that hold no letter or digit, such as %j, find nothing and break nothing',
    async (typed) => {
      await opened.store.apply([put(order('o1', { words: `${ORDER} ${typed}` }))], []);
      expect(await opened.store.search(orders, typed, 10)).toEqual([]);
    },
  );

  it.each([
    '"jose',
    'jose" OR "x',
    'jose AND',
    'NEAR(',
    'a* b*',
    'x\0y',
    'jo\udfffse',
    '日本 語',
    'Привет',
    '\u{1F6D2}x',
  ])('such as %j are words, not syntax', async (typed) => {
    await opened.store.apply([put(order('o1', { words: `${typed} first` }))], []);
    expect(idsOf(await opened.store.search(orders, typed, 10))).toEqual(['o1']);
  });

  it.each([
    ['José García', 'garica'],
    ['José García', 'jose garcai'],
    ['Anna Johansson', 'johanson'],
    ['Anna Johansson', 'annna johansson'],
    ['Иванов Пётр', 'ивонов'],
    ['steel kettle', 'kettel steel'],
    ['steel kettle', 'stele'],
    ['Johansson', 'johna'],
    ['web.100045 Kettle', 'web.100045 kettel'],
  ])('in %j are found by one slip of the hand where that is asked for: %j', async (text, typed) => {
    const other = order('other', { words: 'pos.100046 Jane Doe' });
    await opened.store.apply([put(order('o1', { words: text })), put(other)], []);
    expect(await opened.store.search(orders, typed, 10)).toEqual([]);
    expect(idsOf(await opened.store.search(orders, typed, 10, 'close'))).toEqual(['o1']);
  });

  it.each(['100054', 'web.100046', 'jso', 'gracai', '85123b', 'kettle extra'])(
    'are not found by another number, two slips, or a slip in three letters: %j',
    async (typed) => {
      await opened.store.apply([put(order('o1', { words: 'web.100045 Jos García 85123A kettle' }))], []);
      expect(await opened.store.search(orders, typed, 10, 'close')).toEqual([]);
    },
  );

  it('are found by their beginning however many newer documents begin nearly so', async () => {
    const many = Array.from({ length: 250 }, (_, n) => put(order(`newer${n}`, { words: 'Christina' })));
    const few = ['Christophe', 'Christopher'].map((words, n) => put(order(`older${n}`, { words })));
    await opened.store.apply([...few, ...many], []);
    const found = async (typed: string) => idsOf(await opened.store.search(orders, typed, 50));
    expect(await found('christo')).toEqual(['older1', 'older0']);
    expect(await found('christophe')).toEqual(['older1', 'older0']);
    expect(await found('chri')).toHaveLength(50);
    expect((await found('christi'))[0]).toBe('newer249');
  });

  it('that are spelled as they were typed are found where slips are asked for, too', async () => {
    await opened.store.apply(
      ['blue kettle', 'blue kettel'].map((text, n) => put(order(`o${n}`, { words: text }))),
      [],
    );
    expect(idsOf(await opened.store.search(orders, 'kettle', 10, 'close'))).toEqual(['o1', 'o0']);
  });

  it('of which only the last may be unfinished, from three characters on', async () => {
    await opened.store.apply([put(order('o1', { words: 'blue kettle' }))], []);
    const hits = async (typed: string) => (await opened.store.search(orders, typed, 10)).length;
    expect([await hits('blue ket'), await hits('blu kettle'), await hits('blue ke')]).toEqual([1, 0, 0]);
  });

  it.each([
    ['Bo Li', 'Bo'], ['Bo Li', 'li'], ['Bo Li', 'li bo'], ['web.7\n7', '7'], ['Q', 'q'], ['김민', '김민'], ['山田', '山田'], ['山田', '山'],
    ['ebay.A@1-B', 'ebay.A@1-B'], ['ebay.A@1-B', 'EBAY.a@1-b'], ['ABC@x', 'abc@X'],
  ])('in %j are found whole, however short: %j', async (text, typed) => {
    await opened.store.apply([put(order('o1', { words: text })), put(order('o2', { words: 'Bob 70' }))], []);
    expect(idsOf(await opened.store.search(orders, typed, 10))).toEqual(['o1']);
  }); // prettier-ignore

  it.each([
    ['東京商店株式会社', ['株式会社', '商店', '東京', '店', '東京商店株式会社', '商店 株式会社']],
    ['ジョン・スミス㈱', ['スミス', 'ジョンスミス', 'ｼﾞｮﾝ', '株']],
    ['コーヒーメーカー', ['メーカー', 'ヒー']],
    ['葛\u{e0100}城市', ['葛城', '葛\u{e0100}城']],
    ['이영희', ['영희', '이영', '희', '이여']],
    ['สวัสดีครับ น้ำ', ['ครับ', 'สวัส', 'น้ำ']],
    ['ສະບາຍດີ', ['ບາຍ', 'ດີ']],
    ['ភ្នំពេញ', ['ពេញ', 'ភ្នំ']],
    ['မြန်မာ', ['မာ', 'မြန်']],
    [
      'iPhone手机壳128',
      ['手机', 'iphone', 'iPhone手机', '手机iph', '128', 'iphone手机壳128', '手机壳 iPhone'],
    ],
  ] as const)('without spaces between them are found inside %j', async (text, typed) => {
    const other = order('other', { words: '京東 会式 名古屋 สบาย ကမ hi' });
    await opened.store.apply([put(order('o1', { words: text })), put(other)], []);
    for (const each of typed)
      expect([each, idsOf(await opened.store.search(orders, each, 10))]).toEqual([each, ['o1']]);
  });

  it.each(['京東', '株式商店', '会社東京', 'iPhone手紙', '株 式会紙'])(
    'that a run does not hold as they are typed do not find it: %j',
    async (typed) => {
      await opened.store.apply([put(order('o1', { words: '東京商店株式会社 iPhone手机' }))], []);
      expect(await opened.store.search(orders, typed, 10)).toEqual([]);
    },
  );

  it.each([
    ['مُحَمَّد', 'محمد'], ['محمد', 'مُحَمَّد'], ['محـــمد', 'محمد'], ['أحمد', 'احمد'], ['إسلام', 'أسلام'], ['آمنة', 'امنه'],
    ['الكعبي', 'الكعبى'], ['علی کریم', 'علي كريم'], ['هاتف ٠١٧٠١٢٣٤٥٦٧', '0170 1234567'],
    ['שָׁלוֹם', 'שלום'], ['שלום', 'שָׁלוֹם'],
    ['हिन्दी नाम', 'हिन्दी'], ['हिन्दी नाम', 'नाम'], ['தமிழ்', 'தமிழ்'], ['বাংলা', 'বাংলা'],
  ])('%j are found with or without the signs that people leave out: %j', async (text, typed) => {
    await opened.store.apply([put(order('o1', { words: text }))], []);
    expect(idsOf(await opened.store.search(orders, typed, 10))).toEqual(['o1']);
  }); // prettier-ignore

  it.each([
    ['हिन्दी', 'हन्द'],
    ['कमल', 'कोमल'],
    ['ปา', 'ป่า'],
    ['かき', 'かぎ'],
  ])('%j are others with other vowel signs or tones: %j', async (text, typed) => {
    await opened.store.apply([put(order('o1', { words: text }))], []);
    expect(await opened.store.search(orders, typed, 10)).toEqual([]);
  });

  it('without spaces are found in an address of any length, and however much of it is typed', async () => {
    const street = Array.from({ length: 10_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('');
    await opened.store.apply([put(order('o1', { words: street }))], []);
    const hits = async (typed: string) => idsOf(await opened.store.search(orders, typed, 10));
    expect(await hits(street.slice(300, 500))).toEqual(['o1']);
    expect(await hits(street)).toEqual(['o1']);
    expect(await hits(street.slice(300, 500).replace(street[499]!, '龜'))).toEqual([]);
    expect(await hits(street.slice(9_000, 9_002))).toEqual([]);
  });

  it('keep two people apart who share parts of an address', async () => {
    const people = ['Jo Smith jo@example.com', 'Jo Smith jo.smith@example.com'];
    await opened.store.apply(
      people.map((text, n) => put(order(`o${n}`, { words: text }))),
      [],
    );
    expect(idsOf(await opened.store.search(orders, 'jo.smith@example.com', 10))).toEqual(['o1']);
  });
};

const results = (open: Open): void => {
  const opened = freshStore(open);

  it('are the newest by their first write, as many as asked for', async () => {
    for (const id of ['b', 'c', 'a']) await opened.store.apply([put(order(id, { words: 'kettle' }))], []);
    await opened.store.apply([put(order('b', { words: 'kettle blue' }))], []);
    expect(idsOf(await opened.store.search(orders, 'kettle', 2))).toEqual(['a', 'c']);
    expect(idsOf(await opened.store.search(orders, 'ket', 200))).toEqual(['a', 'c', 'b']);
  });

  it('follow the text as it changes and stay when it does not', async () => {
    await opened.store.apply([put(order('o1', { words: 'blue kettle' }))], []);
    await opened.store.apply([put(order('o1', { words: 'blue kettle', status: 'shipped' }))], []);
    expect(idsOf(await opened.store.search(orders, 'blue', 5))).toEqual(['o1']);
    await opened.store.apply([put(order('o1', { words: 'red kettle' }))], []);
    expect(await opened.store.search(orders, 'blue', 5)).toEqual([]);
    expect(idsOf(await opened.store.search(orders, 'kettle red', 5))).toEqual(['o1']);
  });

  it.each([0, 201, 1.5, NaN])('are refused with a limit of %j', async (limit) => {
    const refusal = expect.objectContaining({ code: 'bad-query', field: 'limit' });
    await expect(opened.store.search(orders, 'kettle', limit)).rejects.toEqual(refusal);
  });

  it('are refused for more words than anyone types', async () => {
    const refusal = expect.objectContaining({ code: 'bad-query', field: 'words' });
    await expect(opened.store.search(orders, 'a '.repeat(5000), 5)).rejects.toEqual(refusal);
  });

  it('are refused from a collection without text', async () => {
    const silent = { name: 'contract.silent', version: 1, fields: {}, indexes: [] };
    await opened.store.declare([silent]);
    await expect(opened.store.search(silent, 'x', 5)).rejects.toEqual(
      expect.objectContaining({ code: 'bad-query' }),
    );
  });
};

export const describeSearching = (open: Open): void => {
  describe('Words', () => words(open));
  describe('Search results', () => results(open));
};
