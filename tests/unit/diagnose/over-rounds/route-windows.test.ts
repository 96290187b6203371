import { expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { at } from '../../../helpers/clock.ts';
import { aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';
import { aRouting } from '../../../helpers/routing.ts';

it('forgets the windows of another route also where a service was not asked over the new one', () => {
  const tries = [{ at: at(-900), ok: false, mechanism: 'reset' as const }];
  const windows = [{ target: 'chat/web', tries, sum: 8, at: at(-900), mostlyFails: true }];
  const before: Standing = {
    service: 'chat',
    state: 'impaired',
    since: at(-900),
    mechanisms: ['reset'],
    candidate: null,
    candidateRounds: [],
    rounds: ['round-0'],
    windows,
  };
  const services = [aServiceEvidence({ 'chat/web': [] })];
  const routing = aRouting({ exitChanged: true });

  const { standings } = diagnoseRound(
    aRoundEvidence({ services, routing }),
    new Map([['chat', before]]),
  );

  expect(standings[0]).not.toHaveProperty('windows');
});
