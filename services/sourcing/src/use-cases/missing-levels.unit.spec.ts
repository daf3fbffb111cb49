import { MissingLevels } from './missing-levels.ts';

const [mug, lamp] = ['MUG', 'LAMP'].map((sku) => ({ sku, location: 'leeds' })) as [Ledger, Ledger];
type Ledger = Parameters<MissingLevels['isMissing']>[0];

describe('Levels that a rise waits for', () => {
  let [told, seconds] = [[] as string[], 0];
  let levels: MissingLevels;
  beforeEach(() => {
    [told, seconds] = [[], 0];
    levels = new MissingLevels(
      (message) => told.push(message),
      () => seconds * 1_000,
    );
  });
  const missing = (ledger: Ledger, ...at: number[]) => {
    for (seconds of at) levels.isMissing(ledger);
    return told.map((message) => message.slice(0, message.indexOf(' since')));
  };

  it('are told when they are missing for a minute, and once a minute then', () => {
    expect(missing(mug, 0, 30, 59)).toEqual([]);
    expect(missing(mug, 61, 62, 120, 122)).toEqual([
      'The stock level of MUG at leeds has not been published for 61 s',
      'The stock level of MUG at leeds has not been published for 122 s',
    ]);
  });

  it('are told once a minute, however many are missing', () => {
    missing(mug, 0);
    missing(lamp, 1);
    missing(mug, 70);
    expect(missing(lamp, 71)).toHaveLength(1);
    expect(missing(lamp, 130).at(-1)).toBe(
      'The stock level of LAMP at leeds has not been published for 129 s',
    );
  });

  it('are missing anew once they were known', () => {
    missing(mug, 0, 59);
    levels.isKnown(mug);
    expect(missing(mug, 61, 119)).toEqual([]);
  });
});
