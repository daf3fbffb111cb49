import { traceOf } from './submitted-by.ts';

const [trace, span] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
const of = (traceparent: string | string[] | undefined) => traceOf({ headers: { traceparent } });

describe('The trace of a request', () => {
  it('is what its header says', () => {
    const traceparent = `00-${trace}-${span}-01`;
    expect(of(traceparent)).toEqual({ traceparent });
  });

  it.each([
    ['none', undefined],
    ['another version', `01-${trace}-${span}-01`],
    ['capital letters', `00-${trace.toUpperCase()}-${span}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${span}-01`],
    ['a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['more behind it', `00-${trace}-${span}-01-more`],
    ['a line behind it', `00-${trace}-${span}-01\n`],
    ['two of them', [`00-${trace}-${span}-01`, `00-${trace}-${span}-00`]],
  ])('is passed over where it is %s', (_, traceparent) => {
    expect(of(traceparent)).toEqual({});
  });
});
