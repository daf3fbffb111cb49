/** What goes wrong with an append to the double; each fault is used up by one append, of either version of the protocol. */
export type Fault =
  /** The append is made, and its answer lost: UNAVAILABLE. */
  | 'lose-answer'
  /** The append is made, and its caller told that it took too long: DEADLINE_EXCEEDED. */
  | 'deadline'
  /** The append is not made, and the connection lost: UNAVAILABLE. */
  | 'lose-request'
  /** The append is not made until `applyLate` is called, though its caller is told UNAVAILABLE at once. */
  | 'apply-late'
  /** The append is not made: another node is the leader, which is the double itself. */
  | 'not-leader'
  /** The append is not made: its caller may not write. */
  | 'access-denied';
