import type { InboxMessage } from '../api/inbox.ts';
import { choicesOf, filterIn, searchWith } from './filter.ts';

const asking = (text: string) => new URLSearchParams(text);

describe('Which messages are shown', () => {
  it('is those that wait, unless the address asks for others', () => {
    expect(filterIn(asking(''))).toEqual({ state: 'waiting' });
    expect(filterIn(asking('state=none'))).toEqual({ state: 'waiting' });
    expect(filterIn(asking('state=all'))).toEqual({});
    expect(filterIn(asking('state=dismissed&code=unknown-type&source=urn:a'))).toEqual({
      state: 'dismissed',
      code: 'unknown-type',
      source: 'urn:a',
    });
  });

  it('stands in the address, but for what is as usual', () => {
    expect(searchWith(asking('code=a'), 'state', 'dismissed').toString()).toBe('code=a&state=dismissed');
    expect(searchWith(asking('code=a&state=all'), 'state', 'waiting').toString()).toBe('code=a');
    expect(searchWith(asking('code=a'), 'code', '').toString()).toBe('');
  });

  it('is chosen by what the messages have, and by what is asked for already', () => {
    const message = (of: Pick<InboxMessage, 'code' | 'source'>): InboxMessage => ({
      ...{ messageId: '1', state: 'quarantined', reason: '', faults: [], receivedAt: '' },
      ...of,
    });
    const messages = [message({ code: 'b', source: 'urn:b' }), message({ code: 'a' })];
    expect(choicesOf(messages, 'code', undefined)).toEqual(['a', 'b']);
    expect(choicesOf(messages, 'source', 'urn:a')).toEqual(['urn:a', 'urn:b']);
  });
});
