/**
 * Where a group goes on must be in the log: beyond its end it would pass over what is recorded next.
 * @param position what the group stored
 * @param head last position of the log
 * @throws RangeError the position lies beyond the head: the log was cut or exchanged, or the position is another log's
 */
export const mustBeWithinLog = (group: string, position: number, head: number): void => {
  if (position <= head) return;
  throw new RangeError(
    `Group ${group} has come to ${position}, and the log ends at ${head}: what it stored belongs to another log, or the log lost its end. Put back the log whole, from a backup by \`tributary restore\`; read models are built anew by \`tributary rebuild\`.`,
  );
};
