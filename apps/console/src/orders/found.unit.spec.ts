import { markedParts } from './found.ts';

describe('A text that was found', () => {
  it.each([
    ['jo.garcia@example.com', [[3, 9]], ['jo.', '[garcia]', '@example.com']],
    ['José García', [[0, 4], [5, 11]], ['[José]', ' ', '[García]']],
    ['100045', [[0, 6]], ['[100045]']],
    ['plain', [], ['plain']],
  ])('%j marked at %j is shown as %j', (text, marks, shown) => {
    const at = marks.map(([from, to]) => ({ from: from!, to: to! }));
    const parts = markedParts({ text, at });
    expect(parts.map((part) => (part.isMarked ? `[${part.text}]` : part.text))).toEqual(shown);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  }); // prettier-ignore
});
