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
    title: 'dead name server',
    leavesOut: ['dead name server'],
    rule:
      'Gates within a round ask controls over connections that are still open, so they pass while no ' +
      'name resolves; two failing names that a DoH resolver knows are then proof, for every service ' +
      'at once (`lib/round/gate.ts` `lookAgain`, `lib/diagnose/target.ts` `byProof`).',
  },
  {
    title: 'captive portal',
    leavesOut: ['captive portal'],
    rule:
      'The same: where the portal spares open connections, gates pass, and its certificate shown twice ' +
      'is proof (`certificatesGood` in `lib/diagnose/round.ts` is true if a control was reached at any ' +
      'time in the round).',
  },
  {
    title: 'heavy loss',
    leavesOut: ['heavy loss'],
    rule:
      'Two names that fail by silence, after 6.0 s, count like two that were answered with “no such ' +
      'name” (`nameFailuresNeeded`); and the network is judged once, by the first gate, so that ' +
      'controls that fail later in the round do not make it `degraded`.',
  },
  {
    title: 'full line',
    leavesOut: ['full line'],
    rule:
      'The time limits are set once, by how fast the controls answered at the start; a line that fills ' +
      'up a moment later makes three silences out of 3.5 s, while open connections still pass the gate.',
  },
  {
    title: 'flaky name server',
    leavesOut: ['flaky name server'],
    rule: 'Two failures of one name by chance, with the rest well, are proof at once, in one round.',
  },
  {
    title: 'interference, mild loss',
    leavesOut: [],
    rule:
      'Where the first gate happens to see loss, `temper` takes back everything but proof. Refusals, ' +
      'resets, alerts and “unreachable” are taken back too, although lost packets make none of them ' +
      '(`isSteadyProof` in `lib/diagnose/temper.ts`).',
  },
  {
    title: 'silence or reset on a name, said late',
    leavesOut: [],
    rule:
      'An answer over a connection that was opened before the name was hindered counts like any other, ' +
      'and confirming rounds a minute apart keep it open (`evidenceOf` does not look at ' +
      '`reusedConnection`).',
  },
];
