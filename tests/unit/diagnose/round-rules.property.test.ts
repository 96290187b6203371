import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../lib/diagnose/evidence/control-evidence.ts';
import { diagnoseNetwork } from '../../../lib/diagnose/network/network.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { ControlGroup } from '../../../lib/model/network.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
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
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

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
    const attempts = series(fc.oneof(passed, failedAs(...failureKinds)));
    const before = fc.constantFrom<ServiceState>('ok', 'blocked', 'likely_blocked');
    const seen = fc.record({ foreign, rest, attempts, gates: anyGates, resolutions });
    fc.assert(
      fc.property(seen, before, fc.boolean(), (round, state, online) => {
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
          standingsOf(aStanding({ service: 'chat', state })),
        );

        for (const one of diagnosed.services) {
          const isBlocked = [one.state, one.roundState].some((said) => said.endsWith('blocked'));
          expect(isBlocked && one.scope === 'service').toBe(false);
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
