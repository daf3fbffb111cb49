/** Something a person can put right: it is told in words, without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}
