import { FewLines, mostInASecond } from './few-lines.ts';

describe('Lines of the log that whoever sends messages can cause', () => {
  it('are a few of each kind in a second, and the number of the others', () => {
    const lines: string[] = [];
    const ends: (() => void)[] = [];
    const few = new FewLines(
      (line) => lines.push(line),
      (work) => ends.push(work),
    );
    for (let index = 0; index < mostInASecond + 30; index += 1) few.tell('message quarantined', `m-${index}`);
    few.tell('message parked', 'm-0');
    expect(lines).toHaveLength(mostInASecond + 1);
    expect(lines.at(-1)).toBe('message parked: m-0');
    for (const end of ends.splice(0)) end();
    expect(lines.slice(mostInASecond + 1)).toEqual(['message quarantined: 30 more within a second']);
    few.tell('message quarantined', 'm-later');
    expect(lines.at(-1)).toBe('message quarantined: m-later');
    for (const end of ends) end();
    expect(lines.at(-1)).toBe('message quarantined: m-later');
  });
});
