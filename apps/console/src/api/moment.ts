/** As it was true at, known at, or both; now where both are left out. Instants as ISO 8601. */
export interface AskedMoment {
  readonly asOf?: string;
  readonly knownAt?: string;
}
