import { Actor } from './Actor.tsx';
import { rich } from '../words/words.ts';

interface Told {
  readonly actor?: string;
  readonly submittedBy?: string;
}

/** Who acted, as parts of a line. Whom a message names stays as it names them, whatever it looks like. */
export const ActedBy = ({ actor, submittedBy }: Told) => (
  <>
    {actor !== undefined && (
      <span>{rich('by {actor}', { actor: submittedBy === undefined ? <Actor of={actor} /> : actor })}</span>
    )}
    {submittedBy !== undefined && (
      <span>{rich('as {submittedBy} says', { submittedBy: <Actor of={submittedBy} /> })}</span>
    )}
  </>
);
