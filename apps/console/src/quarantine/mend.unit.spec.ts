import { isOneField, placeOf, valueAt, valueOf, withValueAt, withoutValueAt, writtenAt } from './mend.ts';

const message = { id: '1', data: { lines: [{ sku: 'MUG', quantity: 'two' }, { sku: 'CUP' }], 'a/b': 1 } };
const fault = (pointer: string) => ({ pointer, message: 'Wrong.' });

describe('A place in a message', () => {
  it.each([
    ['/data/lines/0/unitPrice', 'Lines 1, unit price'],
    ['/data/orderId', 'Order id'],
    ['/data/shipTo/postalCode', 'Ship to, postal code'],
    ['/time', 'Time'],
    ['/data', 'Data'],
    ['/data/a~1b', 'A/b'],
    ['', 'The whole message'],
  ])('%s is told in words: %s', (pointer, words) => {
    expect(placeOf(pointer)).toBe(words);
  });

  it('has what stands there, or nothing', () => {
    expect(valueAt(message, '/data/lines/0/quantity')).toBe('two');
    expect(valueAt(message, '/data/a~1b')).toBe(1);
    expect(valueAt(message, '/data/lines/7/quantity')).toBeUndefined();
    expect(valueAt(message, '/data/constructor')).toBeUndefined();
    expect(valueAt(undefined, '/data')).toBeUndefined();
  });

  it('is written into one field where something may stand there, and that is no group of fields', () => {
    expect(isOneField(message, fault('/data/lines/0/quantity'))).toBe(true);
    expect(isOneField(message, fault('/data/number'))).toBe(true);
    expect(isOneField(message, fault('/data/lines/0'))).toBe(false);
    expect(isOneField(message, fault('/data/shipTo/city'))).toBe(false);
    expect(isOneField(message, fault(''))).toBe(false);
  });

  it('shows nothing where nothing stands, and what stands as it is written', () => {
    expect(writtenAt(message, '/data/number')).toBe('');
    expect(writtenAt(message, '/data/a~1b')).toBe('1');
  });
});

describe('A corrected message', () => {
  it('has the other value in its place, and the message as it came stays', () => {
    expect(withValueAt(message, '/data/lines/0/quantity', 2)).toEqual({
      ...message,
      data: { ...message.data, lines: [{ sku: 'MUG', quantity: 2 }, { sku: 'CUP' }] },
    });
    expect(valueAt(message, '/data/lines/0/quantity')).toBe('two');
    expect(valueAt(withValueAt(message, '/data/number', '7'), '/data/number')).toBe('7');
  });

  it('is left as it is where nothing can stand', () => {
    expect(withValueAt(message, '/data/lines/0/sku/deep', 1)).toEqual(message);
    expect(withValueAt(message, '/none/deep', 1)).toEqual(message);
  });

  it('is without what is left out, a field or an entry of a list', () => {
    expect(withoutValueAt(message, '/data/lines/0')).toMatchObject({ data: { lines: [{ sku: 'CUP' }] } });
    expect(withoutValueAt(message, '/data/lines')).toEqual({ id: '1', data: { 'a/b': 1 } });
  });

  it('takes a name that every object knows for a field', () => {
    const changed = withValueAt({ data: {} }, '/data/__proto__', 'x');
    expect(JSON.stringify(changed)).toBe('{"data":{"__proto__":"x"}}');
    expect(valueAt({}, '/__proto__')).toBeUndefined();
  });

  it('has values of the kind that is expected: a number, yes or no, else a text', () => {
    expect(valueOf(' 2 ', { ...fault('/a'), expected: 'number' }, 'two')).toBe(2);
    expect(valueOf('two', { ...fault('/a'), expected: 'number' }, 'two')).toBe('two');
    expect(valueOf('', { ...fault('/a'), expected: 'number' }, 2)).toBe('');
    expect(valueOf('True', { ...fault('/a'), expected: 'boolean' }, undefined)).toBe(true);
    expect(valueOf('100', { ...fault('/a'), expected: 'string' }, undefined)).toBe('100');
    expect(valueOf('100', fault('/a'), 5)).toBe(100);
    expect(valueOf('100', fault('/a'), undefined)).toBe('100');
  });
});
