import { askFor, countOf, fieldsOf, searchOf } from './filter.ts';

describe('The filter of the orders', () => {
  it('survives being sent as an address', () => {
    const address = 'channel=web&from=2026-11-01&to=2026-11-23&status=placed&status=backordered';
    const fields = fieldsOf(new URLSearchParams(address));
    expect(searchOf(fields).toString()).toBe(address);
  });

  it('asks for several statuses at once and for nothing that is not set', () => {
    expect(askFor(fieldsOf(new URLSearchParams('status=placed&status=cancelled&sku=')))).toEqual({
      status: ['placed', 'cancelled'],
    });
  });

  it('asks for whole days of the viewer', () => {
    const { from, to } = askFor(fieldsOf(new URLSearchParams('from=2026-11-23&to=2026-11-23')));
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000);
  });

  it('asks for an attribute once it has a name and a value', () => {
    const asked = (text: string) => askFor(fieldsOf(new URLSearchParams({ attribute: text })));
    expect([asked('gift-wrap:'), asked('gift-wrap:festive')]).toEqual([
      {},
      { attribute: 'gift-wrap:festive' },
    ]);
  });

  it('ignores a day that is none', () => {
    expect(askFor(fieldsOf(new URLSearchParams('from=yesterday&to=2026-99-99')))).toEqual({});
  });

  it('counts a range of days as one filter', () => {
    expect(
      countOf(fieldsOf(new URLSearchParams('from=2026-11-01&to=2026-11-02&status=placed&status=x'))),
    ).toBe(2);
  });
});
