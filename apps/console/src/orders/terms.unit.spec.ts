import { chipsOf } from './terms.ts';

const textsOf = (q: string) => chipsOf(q).map(({ text }) => text);

describe('The terms of what is typed', () => {
  it('are told by field and value, and whether they are left out', () => {
    expect(textsOf('Status:(held OR backordered) -channel:web total:>100 "ada lovelace"')).toEqual([
      'status: held or backordered',
      'channel is not web',
      'total: >100',
      'ada lovelace',
    ]);
  });

  it('are taken out one by one, and the others stay as they were typed', () => {
    expect(chipsOf('  sku:"MUG  RED"   -channel:web 🎁 ').map(({ without }) => without)).toEqual([
      '-channel:web 🎁',
      'sku:"MUG  RED" 🎁',
      'sku:"MUG  RED"   -channel:web',
    ]);
  });

  it('are all of the text, also what cannot be read', () => {
    expect(textsOf('status: held')).toHaveLength(2);
    expect(textsOf('')).toEqual([]);
  });
});
