import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import { anyAttempt, anyGates, resolutionsOf, series } from '../../helpers/arbitraries.ts';
import { aFailure, spaced } from '../../helpers/attempts.ts';
import { aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const none = new Map<string, Standing>();
const resolutions = resolutionsOf('web.chat.example');

function serviceSeen(attempts: Attempt[]) {
  return aServiceEvidence({ 'chat/web': attempts });
}

describe('any round', () => {
  it('9: keeps every attempt in order, and may only invalidate it', () => {
    fc.assert(
      fc.property(series(anyAttempt), anyGates, (attempts, gates) => {
        const evidence = { gates, services: [serviceSeen(attempts)] };

        const { round } = diagnoseRound(aRoundEvidence(evidence), none);

        const kept = round.services[0]?.targets[0]?.attempts ?? [];
        const blank = (one: Attempt) => ({ ...one, valid: false });
        expect(kept.map(blank)).toEqual(attempts.map(blank));
        expect(kept.every((one, index) => !one.valid || attempts[index]?.valid === true)).toBe(
          true,
        );
      }),
    );
  });

  it('records what was told of a cut connection, whatever another one shows of the step', () => {
    const cut = aFailure('reset');
    const attempts = spaced([cut, { ...cut, failedOperation: 'http_round_trip' }, cut]);

    const { round } = diagnoseRound(aRoundEvidence({ services: [serviceSeen(attempts)] }), none);

    expect(
      round.services[0]?.targets[0]?.attempts.map(({ failedOperation }) => failedOperation),
    ).toEqual([null, 'http_round_trip', null]);
  });

  it('has the same diagnosis each time', () => {
    fc.assert(
      fc.property(series(anyAttempt), anyGates, resolutions, (attempts, gates, answers) => {
        const evidence = aRoundEvidence({
          gates,
          services: [serviceSeen(attempts)],
          resolutions: answers,
        });
        const before = structuredClone(evidence);

        const [one, other] = [diagnoseRound(evidence, none), diagnoseRound(evidence, none)];

        expect(one).toEqual(other);
        expect(evidence).toEqual(before);
      }),
    );
  });
});
