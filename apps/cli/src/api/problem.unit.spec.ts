import { problemIn, problemLine } from './problem.ts';

describe('A problem document', () => {
  it('is one line with the detail, the code and the status', () => {
    const problem = { status: 404, code: 'not-found', detail: 'There is no order web.1 here (yet).' };
    expect(problemLine(problem)).toBe('There is no order web.1 here (yet). (not-found, 404)');
  });

  it('names each bad field by its pointer', () => {
    const errors = [
      { pointer: '/data/lines/0/quantity', message: 'Too small' },
      { pointer: '', message: 'An object is expected' },
    ];
    expect(problemLine({ status: 422, code: 'invalid-data', detail: 'It does not fit.', errors })).toBe(
      'It does not fit. (invalid-data, 422) [/data/lines/0/quantity: Too small; /: An object is expected]',
    );
  });

  it('does not repeat what the detail says already', () => {
    const errors = [{ pointer: '/name', message: 'Too short' }];
    expect(problemLine({ status: 400, code: 'invalid', detail: '/name: Too short', errors })).toBe(
      '/name: Too short (invalid, 400)',
    );
  });

  it('lists ten of very many fields', () => {
    const errors = Array.from({ length: 14 }, (_, index) => ({ pointer: `/${index}`, message: 'bad' }));
    expect(problemLine({ status: 422, code: 'invalid-data', detail: 'No.', errors })).toMatch(
      /\/9: bad; and 4 more\]$/,
    );
  });

  it('cannot steer the terminal', () => {
    const detail = 'red \u001b[31m\nnext line \u009b2J';
    // eslint-disable-next-line no-control-regex
    expect(problemLine({ status: 400, code: 'invalid', detail })).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('is made from the status when something else answered', () => {
    expect(problemIn(502, '<html>Bad gateway</html>')).toMatchObject({
      status: 502,
      code: 'unexpected-answer',
    });
  });
});
