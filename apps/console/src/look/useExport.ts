import { countedRows } from '@tributary/client';
import { useState } from 'react';

/** A file that is being fetched, or was. */
export type Export =
  | { readonly is: 'none' }
  | { readonly is: 'coming'; readonly rows: number; readonly callOff: () => void }
  | { readonly is: 'saved'; readonly rows: number }
  | { readonly is: 'broken'; readonly rows: number; readonly why: unknown };

/** Gives a file as it comes. */
export type FetchFile = (signal: AbortSignal) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;

/** So often a screen, and who hears it, is told how far it is, in milliseconds. */
const toldEvery = 500;

const save = (pieces: readonly BlobPart[], name: string): void => {
  const address = URL.createObjectURL(new Blob([...pieces], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the file once it began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Fetches a list as a file and saves it once it is whole. What broke off is not saved: nobody takes it for all. */
export const useExport = (fetchFile: FetchFile) => {
  const [state, setState] = useState<Export>({ is: 'none' });
  const start = async (name: string): Promise<void> => {
    const calledOff = new AbortController();
    const callOff = () => calledOff.abort();
    const count = countedRows('csv');
    let [rows, told] = [0, 0];
    setState({ is: 'coming', rows, callOff });
    try {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of await fetchFile(calledOff.signal)) {
        pieces.push(piece);
        rows = count(piece);
        if (performance.now() - told > toldEvery) {
          told = performance.now();
          setState({ is: 'coming', rows, callOff });
        }
      }
      save(pieces, name);
      setState({ is: 'saved', rows });
    } catch (why) {
      setState(calledOff.signal.aborted ? { is: 'none' } : { is: 'broken', rows, why });
    }
  };
  return { state, start };
};
