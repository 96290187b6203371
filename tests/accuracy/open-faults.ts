/** A situation in which a promise is known to be broken, and the rule that breaks it. */
export interface OpenFault {
  situation: string;
  rule: string;
}

/**
 * The small run in `npm test` leaves these out, `npm run accuracy` does not. Whoever mends a rule
 * takes its line away.
 */
export const openFaults: OpenFault[] = [
  {
    situation: 'dead name server',
    rule:
      'Gates within a round ask controls over connections that are still open, so they pass while no ' +
      'name resolves; two failing names that a DoH resolver knows are then proof, for every service ' +
      'at once (`lib/round/gate.ts` `lookAgain`, `lib/diagnose/target.ts` `byProof`).',
  },
  {
    situation: 'captive portal',
    rule:
      'The same: where the portal spares open connections, gates pass, and its certificate shown twice ' +
      'is proof (`certificatesGood` in `lib/diagnose/round.ts` is true if a control was reached at any ' +
      'time in the round).',
  },
  {
    situation: 'heavy loss',
    rule:
      'Two names that fail by silence, after 6.0 s, count like two that were answered with “no such ' +
      'name” (`nameFailuresNeeded`); and the network is judged once, by the first gate, so that ' +
      'controls that fail later in the round do not make it `degraded`.',
  },
  {
    situation: 'full line',
    rule:
      'The time limits are set once, by how fast the controls answered at the start; a line that fills ' +
      'up a moment later makes three silences out of 3.5 s, while open connections still pass the gate.',
  },
  {
    situation: 'flaky name server',
    rule: 'Two failures of one name by chance, with the rest well, are proof at once, in one round.',
  },
];
