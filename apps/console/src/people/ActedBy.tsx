import { Actor } from './Actor.tsx';

interface Told {
  readonly actor?: string;
  readonly submittedBy?: string;
}

/** Who acted, as parts of a line. Whom a message names stays as it names them, whatever it looks like. */
export const ActedBy = ({ actor, submittedBy }: Told) => (
  <>
    {actor !== undefined && <span>by {submittedBy === undefined ? <Actor of={actor} /> : actor}</span>}
    {submittedBy !== undefined && (
      <span>
        as <Actor of={submittedBy} /> says
      </span>
    )}
  </>
);
