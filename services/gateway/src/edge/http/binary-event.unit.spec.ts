import { binaryEvent } from './binary-event.ts';

describe('An event in binary mode', () => {
  it('is read from its headers, with the body as its data', () => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer trb_key',
      'ce-specversion': '1.0',
      'ce-id': 'e1',
      'ce-source': 'urn:shop',
      'ce-type': 'tributary.stock.counted.v1',
      'ce-imported': 'true',
    };
    expect(binaryEvent(headers, { sku: 'MUG' })).toEqual({
      specversion: '1.0',
      id: 'e1',
      source: 'urn:shop',
      type: 'tributary.stock.counted.v1',
      imported: true,
      datacontenttype: 'application/json; charset=utf-8',
      data: { sku: 'MUG' },
    });
  });

  it.each([
    ['escapes as UTF-8', 'Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['escapes once', '%2520', '%20'],
    ['a percent sign that escapes nothing as it stands', '100% sure', '100% sure'],
    ['quotes and what they escape', '"a \\"till\\" %41"', 'a "till" A'],
  ])('has %s in its headers', (_, value, text) => {
    expect(binaryEvent({ 'ce-actor': value }, 1)).toEqual({ actor: text, data: 1 });
  });

  it('cannot bring data in a header, nor a name that is none', () => {
    expect(binaryEvent({ 'ce-data': 'x', 'ce-data_base64': 'x', 'ce-__proto__': 'x' }, 1)).toEqual({
      data: 1,
    });
  });

  it('is refused when the escapes are no UTF-8', () => {
    expect(() => binaryEvent({ 'ce-id': 'a%FFb' }, 1)).toThrow(
      expect.objectContaining({ status: 400, code: 'malformed-header' }),
    );
  });
});
