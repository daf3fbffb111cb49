import { backoff } from './backoff.ts';

describe('Reconnecting', () => {
  it('starts within a second', () => {
    expect(backoff(0, 0)).toBe(500);
    expect(backoff(0, 1)).toBe(1000);
  });

  it('waits twice as long each time, never above thirty seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 99].map((attempt) => backoff(attempt, 1))).toEqual([
      1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000,
    ]);
  });
});
