import type { Collection as Documents, Db } from 'mongodb';

/** How far a consumer has come on a partition. */
export interface Mark {
  readonly _id: string;
  readonly consumer: string;
  readonly partition: string;
  readonly offset: number;
}

export const marksIn = (db: Db): Documents<Mark> => db.collection<Mark>('_checkpoints');
