import { refusalInWords } from './refusal.ts';

describe('A refusal at the desk', () => {
  it('says what it comes to, with moments as people read them', () => {
    const detail = 'It could come back until 2026-11-20T12:42:01.111Z: say why it may.';
    expect(refusalInWords({ code: 'time-over', title: 'Conflict', detail }, () => '20 November')).toEqual({
      title: 'Its time is over',
      detail: 'It could come back until 20 November: say why it may.',
    });
  });

  it('is told as it came where nobody at a desk knows it better', () => {
    const unknown = { code: 'unreachable', title: 'The platform did not answer' };
    expect(refusalInWords(unknown)).toEqual({ title: 'The platform did not answer' });
  });
});
