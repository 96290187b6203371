import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../lib/diagnose/evidence/control-evidence.ts';
import { diagnoseNetwork } from '../../../lib/diagnose/network/network.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { ControlGroup } from '../../../lib/model/network.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import {
  anyGates,
  failed,
  failedAs,
  invalid,
  passed,
  resolutionsOf,
  series,
} from '../../helpers/arbitraries.ts';
import { failureKinds } from '../../helpers/attempts.ts';
import { aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const none = new Map<string, Standing>();
const resolutions = resolutionsOf('web.chat.example');

function controlsOf(
  group: ControlGroup,
  attempt: fc.Arbitrary<Attempt>,
): fc.Arbitrary<ControlEvidence[]> {
  return fc
    .array(series(attempt, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((attempts, index) => ({ id: `${group}-${index}`, group, attempts })));
}

const rest = fc.tuple(
  controlsOf('domestic', fc.oneof(passed, failed)),
  controlsOf('portal', fc.oneof(passed, failed)),
  controlsOf('dns', fc.oneof(passed, failed)),
);

function serviceSeen(attempts: Attempt[]) {
  return aServiceEvidence({ 'chat/web': attempts });
}

describe('rules of evidence, for a round', () => {
  it('1: where every foreign control fails, no service is blocked with scope service', () => {
    const foreign = controlsOf('foreign', failed);
    // A legal refusal comes from the server, whatever the controls do.
    const kinds = failureKinds.filter((kind) => kind !== 'legalRefusal');
    const attempts = series(failedAs(...kinds));
    const seen = fc.record({ foreign, rest, attempts, gates: anyGates, resolutions });
    fc.assert(
      fc.property(seen, fc.boolean(), (round, online) => {
        const controls = [...round.foreign, ...round.rest.flat()];
        const network = diagnoseNetwork(controls, online);
        // Only foreign controls pass a gate, except under an allowlist.
        const gates = round.gates.map((gate) => ({
          ...gate,
          passed: gate.passed && network.state === 'allowlist',
        }));
        const services = [serviceSeen(round.attempts)];

        const { round: diagnosed } = diagnoseRound(
          aRoundEvidence({ controls, network, gates, services, resolutions: round.resolutions }),
          none,
        );

        for (const { roundState, scope } of diagnosed.services) {
          expect([roundState, scope]).not.toEqual(['blocked', 'service']);
          expect([roundState, scope]).not.toEqual(['likely_blocked', 'service']);
        }
      }),
    );
  });

  it('1: failures next to failed gates are no evidence', () => {
    fc.assert(
      fc.property(series(failed), anyGates, resolutions, (attempts, all, answers) => {
        const gates = all.map((gate) => ({ ...gate, passed: false }));
        const evidence = { gates, services: [serviceSeen(attempts)], resolutions: answers };

        const { round } = diagnoseRound(aRoundEvidence(evidence), none);

        expect(round.services).toMatchObject([{ roundState: 'insufficient' }]);
      }),
    );
  });

  it('8: without a valid attempt a service is neither ok nor blocked, whatever its standing', () => {
    const before = fc.constantFrom<Standing['state']>('ok', 'blocked', 'likely_blocked', 'down');
    fc.assert(
      fc.property(
        series(invalid),
        anyGates,
        resolutions,
        before,
        (attempts, gates, answers, state) => {
          const standing: Standing = {
            service: 'chat',
            state,
            since: '2026-11-24T00:00:00.000Z',
            mechanisms: [],
            candidate: null,
            candidateRounds: [],
            rounds: [],
          };
          const evidence = { gates, services: [serviceSeen(attempts)], resolutions: answers };

          const { round, standings } = diagnoseRound(
            aRoundEvidence(evidence),
            new Map([['chat', standing]]),
          );

          expect(round.services).toMatchObject([
            { state: 'insufficient', roundState: 'insufficient' },
          ]);
          expect(standings).toEqual([standing]);
        },
      ),
    );
  });
});
