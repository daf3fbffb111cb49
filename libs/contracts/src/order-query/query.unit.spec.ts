import fc from 'fast-check';
import { isZone, periodOf } from './period.ts';
import { type OrderQuery, faultText, readOrderQuery } from './query.ts';
import { isAmountWithin } from './spans.ts';

const query = (text: string, zone?: string): OrderQuery => {
  const found = readOrderQuery(text, zone);
  if ('fault' in found) throw new Error(faultText(found.fault));
  return found.read;
};
const fault = (text: string): string => {
  const found = readOrderQuery(text);
  return 'fault' in found ? faultText(found.fault) : 'none';
};
const name = (value: string, beginning = false) => ({ is: 'name', value, beginning });

describe('What is asked of orders', () => {
  it('is terms that all hold, with words beside', () => {
    expect(query('status:backordered sku:MUG* "garcía" Status:HELD -Channel:WEB röd')).toEqual({
      conditions: [
        { field: 'status', not: false, any: [name('backordered'), name('held')] },
        { field: 'sku', not: false, any: [name('MUG', true)] },
        { field: 'channel', not: true, any: [name('web')] },
      ],
      words: 'garcía röd',
    });
    expect(query('  ')).toEqual({ conditions: [], words: '' });
  });

  it('is any of the values of a field', () => {
    const one = query('status:(held or "backordered" OR Placed)');
    expect(one).toEqual(query('status:held status:backordered status:placed'));
    expect(one.conditions[0]?.any).toHaveLength(3);
  });

  it('names what others would take for signs', () => {
    expect(query(`O'Brien 90% +49 170 1234567 12:30 __proto__:x 田中 - -`).words).toBe(
      `O'Brien 90% +49 170 1234567 12:30 __proto__:x 田中 - -`,
    );
    expect(query(String.raw`sku:a:b sku:50%-OFF sku:"a \"b\" c*" sku:#1/2,3`).conditions[0]?.any).toEqual(
      ['a:b', '50%-OFF', 'a "b" c*', '#1/2,3'].map((value) => name(value)),
    );
    expect(query('sku:cafe\u0301*').conditions[0]?.any).toEqual([name('café', true)]);
  });

  it('goes by attributes, each a field of its own', () => {
    expect(query('attr.Gift-Wrap:festive attribute:engraving:A:B* attr.gift-wrap:plain')).toEqual({
      conditions: [
        { field: 'attribute', not: false, any: [name('gift-wrap:festive'), name('gift-wrap:plain')] },
        { field: 'attribute', not: false, any: [name('engraving:A:B', true)] },
      ],
      words: '',
    });
  });

  it('goes by amounts in the currency of each order', () => {
    const [{ any }] = query('total:>100').conditions as [OrderQuery['conditions'][number]];
    const [test] = any;
    const span = test?.is === 'number' ? test.span : {};
    expect([isAmountWithin(span, 10_000, 'EUR'), isAmountWithin(span, 10_001, 'EUR')]).toEqual([false, true]);
    expect([isAmountWithin(span, 100, 'JPY'), isAmountWithin(span, 101, 'JPY')]).toEqual([false, true]);
    expect([isAmountWithin(span, 100_000, 'KWD'), isAmountWithin(span, 100_001, 'KWD')]).toEqual([
      false,
      true,
    ]);
    expect(query('total:50..99.90 units:3').conditions.map(({ any: [one] }) => one)).toEqual([
      {
        is: 'number',
        span: { from: { value: '50', included: true }, to: { value: '99.90', included: true } },
      },
      { is: 'number', span: { from: { value: '3', included: true }, to: { value: '3', included: true } } },
    ]);
  });
});

describe('A day that is asked for', () => {
  const span = (text: string, zone?: string) => {
    const test = query(text, zone).conditions[0]?.any[0];
    return test?.is === 'period' ? [test.span.from?.value, test.span.to?.value] : [];
  };

  it('is one, a month or a year on the calendar of a zone', () => {
    expect(span('placed:2026-11')).toEqual(['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z']);
    expect(span('placed:2026', 'Asia/Tokyo')).toEqual([
      '2025-12-31T15:00:00.000Z',
      '2026-12-31T15:00:00.000Z',
    ]);
    expect(span('placed:2026-03-29', 'Europe/Berlin')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(periodOf('2026-10-25', 'Europe/London')).toEqual({
      from: '2026-10-24T23:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    });
  });

  it('may begin or end a range, itself within or not', () => {
    expect(span('due:2026-11-01..2026-11-15')).toEqual([
      '2026-11-01T00:00:00.000Z',
      '2026-11-16T00:00:00.000Z',
    ]);
    expect(span('due:>=2026-11')).toEqual(['2026-11-01T00:00:00.000Z', undefined]);
    expect(span('due:>2026-11')).toEqual(['2026-12-01T00:00:00.000Z', undefined]);
    expect(span('due:<=2026-11-30')).toEqual([undefined, '2026-12-01T00:00:00.000Z']);
    expect(span('due:<2026-11-30')).toEqual([undefined, '2026-11-30T00:00:00.000Z']);
  });

  it('is one of the calendar', () => {
    for (const none of ['2026-02-30', '2026-13', '26-11-01', '2026-W01', '2026-11-01T10:00', 'today', '9999'])
      expect(fault(`placed:${none}`)).toBe(
        `At character 8, “${none}”: placed is a day, a month or a year, or a range of them: 2026-11-03, 2026-11, >=2026-11-01, 2026-11-01..2026-11-15.`,
      );
    expect(query('placed:2028-02-29').conditions).toHaveLength(1);
  });

  it('lies in a zone that there is', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '+02:00', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('What cannot be read', () => {
  it.each([
    ['garcía statsu:held', 8, 'statsu', 'Did you mean status?'],
    ['http://shop', 1, 'http', 'what is no field stands in quotation marks'],
    ['status:backorderd', 8, 'backorderd', 'Did you mean backordered?'],
    ['kind:x', 6, 'x', 'kind is one of order, sale.'],
    ['status:held*', 8, 'held*', 'status is one of placed, held,'],
    ['sku:*MUG', 5, '*MUG', 'A * stands at the end'],
    ['channel:we_b', 9, 'we_b', 'A channel is 1–32 lower-case letters'],
    ['returned:maybe', 10, 'maybe', 'returned is yes or no.'],
    ['total:cheap', 7, 'cheap', 'total is an amount in the order’s currency'],
    ['total:1e9', 7, '1e9', 'total is an amount'],
    ['total:100..50', 7, '100..50', 'The range ends before it begins.'],
    ['units:2.5', 7, '2.5', 'units is a whole number'],
    ['placed:2026-12..2026-11', 8, '2026-12..2026-11', 'The range ends before it begins.'],
    ['total:>50 total:<100', 11, 'total:<100', 'A range is one value: total:FROM..TO.'],
    ['-mug', 1, '-mug', 'Words cannot be left out'],
    ['a OR b', 3, 'OR', 'OR stands between values of a field'],
    ['status:', 1, 'status:', 'A value stands behind the colon'],
    ['status: held', 1, 'status:', 'A value stands behind the colon'],
    ['status:(held OR', 1, 'status:(held', 'Parentheses stand behind a field'],
    ['((held))', 1, '((held))', 'Parentheses stand behind a field'],
    ['sku:"A', 1, 'sku:"A', 'Quotation marks stand around'],
    ['sku:/MUG.*/', 5, '/MUG.*/', 'Regular expressions are not read.'],
    ['/MUG.*/', 1, '/MUG.*/', 'Regular expressions are not read.'],
    ['attribute:festive', 11, 'festive', 'An attribute is given with its name'],
    ['attr.gift_wrap:x', 1, 'attr.gift_wrap', 'An attribute is named by'],
    ['constructor:x', 1, 'constructor', 'There is no such field.'],
  ])('says where it is in %s, and what may stand there', (text, at, part, told) => {
    expect(fault(text)).toContain(`At character ${at}, “${part}”: `);
    expect(fault(text)).toContain(told);
  });

  it('is counted in characters as people see them', () => {
    expect(fault('"😀😀" statsu:held')).toContain('At character 6, “statsu”: ');
  });

  it('lets two ranges stand beside each other that leave something out', () => {
    expect(query('total:<5 total:>100').conditions[0]?.any).toHaveLength(2);
  });

  it('is a text that is too long, or asks for too much', () => {
    expect(fault('x'.repeat(501))).toContain('At most 500 characters');
    expect(fault('a '.repeat(31))).toContain('At most 30 values and words');
    expect(fault(`sku:(${Array(31).fill('a').join(' OR ')})`)).toContain('At most 30 values and words');
  });
});

describe('Any text', () => {
  it('is read or has a fault at a place in it', () => {
    const signs = fc.constantFrom(
      '(',
      ')',
      '"',
      '\\',
      ':',
      '-',
      ' ',
      '..',
      '>',
      '*',
      '/',
      'OR',
      'sku',
      'placed',
      '2026',
      'é',
      '田',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 150 }), (parts) => {
        const text = parts.join('').slice(0, 500);
        const found = readOrderQuery(text);
        if ('fault' in found) {
          expect(found.fault.at).toBeLessThanOrEqual(text.length);
          expect(found.fault.message).not.toBe('');
        } else expect(found.read.conditions.length).toBeLessThanOrEqual(30);
      }),
    );
  });

  it.each(['(', '"', 'a ', 'a:', '-', '(a b) ', 'a:(', 'a:(b OR ', '\\"', '/.*', 'total:..'])(
    'takes no longer than it is long: %s again and again',
    (part) => {
      const begun = process.cpuUsage().user;
      readOrderQuery(part.repeat(500).slice(0, 500));
      expect(process.cpuUsage().user - begun).toBeLessThan(500_000);
    },
  );
});
