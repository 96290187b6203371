import { expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aService } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';

const got = (seconds: number) => anAttempt({ startedAt: at(seconds) });
const lost = (seconds: number) => aFailure('reset', { startedAt: at(seconds) });

/** A round of a quarter of an hour each, of a service of one host. */
function standingAfter(attempts: (from: number) => Attempt[], number: number, before?: Standing) {
  const from = number * 900;
  const { standings } = diagnoseRound(
    aRoundEvidence({
      id: `round-${number}`,
      startedAt: at(from),
      services: [aServiceEvidence({ 'chat/web': attempts(from) }, { service: aService() })],
      controls: ['one', 'two'].map((id) => aControlEvidence({ id, attempts: [got(from)] })),
      gates: [0, 7, 10, 14].map((second) => aGate(from + second)),
    }),
    new Map(before && [['chat', before]]),
  );
  return standings[0];
}

it.each([
  [1, 11],
  [2, 9],
  [4, 2],
])(
  'a block that begins after %i rounds, one try of which was lost, is said in its round %i',
  (rounds, said) => {
    let standing = standingAfter((from) => [lost(from + 3), got(from + 8)], 0);
    for (let number = 1; number < rounds; number += 1) {
      standing = standingAfter((from) => [got(from + 8)], number, standing);
    }
    const states: (string | undefined)[] = [];
    for (let number = rounds; number < rounds + 30; number += 1) {
      const block = (from: number) => [lost(from + 3), lost(from + 8), lost(from + 12)];
      standing = standingAfter(block, number, standing);
      states.push(standing?.state);
    }

    expect(states.indexOf('likely_blocked') + 1).toBe(said);
  },
);
