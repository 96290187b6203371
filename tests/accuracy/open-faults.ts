/** A rule that is known to break a promise. */
export interface OpenFault {
  title: string;
  /** Ids of the situations that the small run leaves out because of it. */
  leavesOut: string[];
  rule: string;
}

/**
 * The small run in `npm test` leaves some situations out, `npm run accuracy` none. Whoever mends a rule
 * takes it off this list.
 */
export const openFaults: OpenFault[] = [
  {
    title: 'silence or reset on a name, said late',
    leavesOut: [],
    rule:
      'An answer over a connection that was opened before the name was hindered counts like any other, ' +
      'and confirming rounds a minute apart keep it open (`evidenceOf` does not look at ' +
      '`reusedConnection`).',
  },
];
