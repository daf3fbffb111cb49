import { chainHash } from './hash-chain.ts';
import type { ChainFault } from './port.ts';
import type { Row } from './rows.ts';

/**
 * What is wrong with a stored event, seen after the one before it.
 * @param expectedPosition undefined where positions may have gaps
 * @param head of its stream before it; undefined where it must be the first
 */
export function* faultsOf(
  row: Row,
  expectedPosition: number | undefined,
  head: { version: number; hash: string } | undefined,
): Generator<ChainFault> {
  const [position, stream, version, id, type, time, recorded, data, metadata, stored] = row;
  const at = { position, stream, version };
  if (expectedPosition !== undefined && position !== expectedPosition)
    yield { ...at, problem: `positions ${expectedPosition} to ${position - 1} are missing` };
  if (version !== (head?.version ?? 0) + 1)
    yield { ...at, problem: `version ${(head?.version ?? 0) + 1} of the stream is missing` };
  const computed = chainHash(head?.hash ?? '', { stream, version, id, type, time, recorded, data, metadata });
  if (computed !== stored)
    yield { ...at, problem: 'the event, or its place in the chain, was changed after it was recorded' };
}
