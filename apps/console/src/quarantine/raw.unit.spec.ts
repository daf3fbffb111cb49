import { parseEdited, textOf } from './raw.ts';

describe('A quarantined message', () => {
  it('is laid out to be read, whether it came as an object or as text', () => {
    expect(textOf({ a: 1 })).toBe('{\n  "a": 1\n}');
    expect(textOf('{"a":1}')).toBe('{\n  "a": 1\n}');
  });

  it('is shown as it came when it is no JSON', () => {
    expect(textOf('<order/>')).toBe('<order/>');
  });
});

describe('A corrected message', () => {
  it('is what was written', () => {
    expect(parseEdited('{"a":1}')).toEqual({ value: { a: 1 } });
  });

  it('is refused with a reason before it is sent, unless it is one JSON object', () => {
    expect(parseEdited('{"a":')).toEqual({ fault: expect.any(String) });
    expect(parseEdited('[1]')).toEqual({ fault: 'A message is one JSON object: { … }.' });
    expect(parseEdited('null')).toEqual({ fault: 'A message is one JSON object: { … }.' });
  });
});
