import { withChangedLines } from './changed-lines.ts';

interface Line {
  readonly lineId: string;
  readonly said: string;
}
const line = (lineId: string, said: string): Line => ({ lineId, said });

describe('The lines of an order after a change', () => {
  it('keep their places, and those that join stand behind them', () => {
    const lines = [line('1', 'a'), line('2', 'b'), line('3', 'c')];
    const changed = [line('9', 'new'), line('2', 'B')];
    const after = withChangedLines(lines, changed, {
      known: ({ lineId, said }, now) => line(lineId, `${said}→${now.said}`),
      joining: (now) => now,
    });
    expect(after).toEqual([lines[0], line('2', 'b→B'), lines[2], line('9', 'new')]);
    expect(after[0]).toBe(lines[0]);
  });
});
