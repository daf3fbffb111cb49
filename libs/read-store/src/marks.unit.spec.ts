import { markerOf } from './marks.ts';

const shown = (text: string, typed: string, spelling?: 'close'): string =>
  markerOf(
    typed,
    spelling,
  )(text).reduceRight(
    (marked, { from, to }) => `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`,
    text,
  );

describe('What a search marks in a text', () => {
  it.each([
    ['José García', 'garcia', 'José [García]'],
    ['José García', 'jose garc', '[José] [Garc]ía'],
    ['Straße 5', 'strasse', '[Straße] 5'],
    ['web.100045', '100045', 'web.[100045]'],
    ['web.100045', 'web.100045', '[web.100045]'],
    ['jo.smith@example.com', 'smith', 'jo.[smith]@example.com'],
    ['jo.smith@example.com', 'jo.smith@exa', '[jo.smith@example.com]'],
    ['+49 170 1234567', '0170 1234567', '+49 170 [1234567]'],
    ['東京商店', '商店', '[東京商店]'],
    ['MUG-RED', 'mug', '[MUG]-RED'],
    ['José García', 'smith', 'José García'],
    ['', 'smith', ''],
  ])('%j asked for as %j: %j', (text, typed, marked) => {
    expect(shown(text, typed)).toBe(marked);
  });

  it.each([
    ['José García', 'jose garica', '[José] [García]'],
    ['Johansson', 'johanson', '[Johansson]'],
    ['Kettle, steel', 'kettel', '[Kettle], steel'],
  ])('where it is spelled nearly so, %j asked for as %j: %j', (text, typed, marked) => {
    expect(shown(text, typed, 'close')).toBe(marked);
    expect(shown(text, typed)).not.toContain('[Garc');
  });
});
