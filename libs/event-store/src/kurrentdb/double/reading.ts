import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { MemoryLog, StoredRecord } from './memory-log.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  notFoundMessage,
} from './read-answers.ts';
import type { Question } from './read-requests.ts';
import { plainRefusals } from './refusals.ts';

export type ReadCall = ServerWritableStream<ReadReq, unknown>;

/** Answers a read and ends it. */
export const answerRead = (log: MemoryLog, call: ReadCall, question: Question): void => {
  const records = question.stream === undefined ? log.all : log.stream(question.stream);
  if (records === 'tombstoned') {
    call.emit('error', plainRefusals.deleted(question.stream!));
    return;
  }
  if (records === 'not-found') call.write(notFoundMessage(question.stream!));
  else for (const record of found(records, question)) call.write(eventMessage(record));
  call.end();
};

/** From a position or revision on, inclusive forwards; backwards a revision is inclusive and a position is not. */
const found = (records: readonly StoredRecord[], question: Question): StoredRecord[] => {
  const { from, backwards, count, wants } = question;
  const within = (record: StoredRecord): boolean => {
    if (typeof from === 'string') return backwards ? from === 'end' : from === 'start';
    const place = placeIn(question, record);
    if (!backwards) return place >= from;
    return question.stream === undefined ? place < from : place <= from;
  };
  const taken: StoredRecord[] = [];
  for (const record of backwards ? records.toReversed() : records) {
    if (taken.length >= count!) break;
    if (within(record) && wants(record)) taken.push(record);
  }
  return taken;
};

const placeIn = ({ stream }: Question, { position, revision }: StoredRecord): number =>
  stream === undefined ? position : revision;

/**
 * Sends everything after a place, says that it has caught up, then sends whatever comes. Where it is
 * filtered it tells how far it has looked, each time it went over so many records and when it has
 * caught up. Gives what ends it.
 * @param isHeld whether what comes is kept back for now
 */
export const follow = (
  log: MemoryLog,
  call: ReadCall,
  id: string,
  question: Question,
  isHeld: () => boolean,
): (() => void) => {
  const { stream, from, wants, checkpointEvery } = question;
  const last = log.all.filter((record) => stream === undefined || record.stream === stream).at(-1);
  const end = last ? placeIn(question, last) : -1;
  const after = from === 'start' ? -1 : from === 'end' ? end : from;
  let next = 0;
  let passed = 0;
  const checkpoint = (): void => {
    if (passed === 0) return;
    call.write(checkpointMessage(log.all[next - 1]!.position));
    passed = 0;
  };
  const send = (): void => {
    for (let record = log.all[next]; record; record = log.all[next]) {
      next += 1;
      if ((stream !== undefined && record.stream !== stream) || placeIn(question, record) <= after) continue;
      if (wants(record)) call.write(eventMessage(record));
      passed += 1;
      if (checkpointEvery !== undefined && passed >= checkpointEvery) checkpoint();
    }
  };
  call.write(confirmationMessage(id));
  send();
  if (checkpointEvery !== undefined) checkpoint();
  call.write(caughtUpMessage(new Date()));
  return log.listen(() => {
    if (!isHeld()) send();
  });
};
