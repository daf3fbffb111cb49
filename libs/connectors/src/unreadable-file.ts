import { ImportError } from './connector.ts';

/** The first bytes of files that are no text, as Latin-1. */
const signatures = [
  ['\u001f\u008b', 'a gzip archive: unpack it, or send it with Content-Encoding: gzip'],
  ['(\u00b5/\u00fd', 'a Zstandard archive: unpack it first'],
  ['PK\u0003\u0004', 'a ZIP archive or an Office document: unpack it, or save it as text'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document: save it as text'],
  ['%PDF', 'a PDF document'],
] as const;

/** How text of other formats begins; the first that fits tells. */
const texts = [
  [/^\s*<(?:!doctype\s+html|html|head|body)\b/i, 'an HTML page'],
  [/^\s*</, 'XML'],
  [/^\s*\[/, 'a JSON array'],
  [/^\s*\{/, 'JSON'],
  [/^[^,;\t]*[,;\t][^,;\t]*[,;\t]/, 'rows of a table (CSV)'],
] as const;

const kindOf = (beginning: string): string | undefined => {
  const signature = signatures.find(([bytes]) => beginning.startsWith(bytes));
  if (signature) return signature[1];
  if (beginning.includes('\0')) return 'binary, or UTF-16 without a byte-order mark';
  return texts.find(([begins]) => begins.test(beginning))?.[1];
};

const longestShown = 120;

const shown = (first: Uint8Array): string => {
  const text = new TextDecoder('utf-8').decode(first.subarray(0, 4 * longestShown), { stream: true }).trim();
  // eslint-disable-next-line no-control-regex
  const plain = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffd]+/g, ' ');
  return plain.length > longestShown ? `${plain.slice(0, longestShown)}…` : plain;
};

/**
 * What a file looks like by its first line: "It begins with “a,b,c” and looks like rows of a table (CSV)."
 * @param first bytes of the line, or its beginning
 */
export const looksLike = (first: Uint8Array): string => {
  const kind = kindOf(Buffer.from(first.subarray(0, 1_000)).toString('latin1'));
  return `It begins with “${shown(first)}”${kind ? ` and looks like ${kind}` : ''}.`;
};

/**
 * The refusal of a file that is of another kind than its connector reads.
 * @param expected what the format expects, as a sentence
 * @param first bytes of its first line
 */
export const notOfThisFormat = (expected: string, first: Uint8Array): ImportError =>
  new ImportError('unreadable-file', `${expected} ${looksLike(first)}`);
