import { describe, expect, it } from 'vitest';
import { isLossless, seesLoss } from '../../../lib/diagnose/loss.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { ServiceEvidence } from '../../../lib/diagnose/service.ts';
import type { Attempt } from '../../../lib/round/types.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { aControlEvidence, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const wavering = spaced([aFailure('timeout'), anAttempt()]);

/** A service whose targets were each seen so. */
function aServiceSeen(id: string, ...targets: Attempt[][]): ServiceEvidence {
  const service = aService({
    id,
    targets: targets.map((_, index) => aTarget({ id: `${id}/${index}` })),
  });
  const attempts = Object.fromEntries(targets.map((seen, index) => [`${id}/${index}`, seen]));
  return aServiceEvidence(attempts, { service });
}

function sees(...services: ServiceEvidence[]): boolean {
  return seesLoss({ controls: [aControlEvidence()], services });
}

describe('loss in the course of a round', () => {
  it('is seen where four targets of two services were silent once and then answered', () => {
    const one = aServiceSeen('one', wavering, wavering, wavering);

    expect(sees(one, aServiceSeen('two', wavering))).toBe(true);
    expect(sees(one)).toBe(false);
  });

  it('is doubted as soon as one target wavered, or one control was silent', () => {
    const well = { controls: [aControlEvidence()], services: [] };
    const silent = [aControlEvidence({ attempts: repeated('timeout', 1) })];

    expect(isLossless(well)).toBe(true);
    expect(isLossless({ ...well, services: [aServiceSeen('one', wavering)] })).toBe(false);
    expect(isLossless({ ...well, controls: silent })).toBe(false);
    expect(isLossless({ ...well, services: [aServiceSeen('one', repeated('timeout', 3))] })).toBe(
      true,
    );
  });

  it('is seen in controls as well', () => {
    const controls = [aControlEvidence({ attempts: wavering })];
    const services = [aServiceSeen('one', wavering, wavering, wavering)];

    expect(seesLoss({ controls, services })).toBe(true);
  });

  it.each<[string, ServiceEvidence[]]>([
    ['one service alone wavers', [aServiceSeen('one', wavering, wavering, wavering, wavering)]],
    ['few targets waver', [aServiceSeen('one', wavering, wavering), aServiceSeen('two', wavering)]],
    [
      'what fails goes on failing',
      ['one', 'two'].map((id) => aServiceSeen(id, repeated('timeout', 3), repeated('timeout', 3))),
    ],
    [
      'resets are what wavers',
      ['one', 'two'].map((id) => {
        const seen = spaced([aFailure('reset'), anAttempt()]);
        return aServiceSeen(id, seen, seen);
      }),
    ],
    [
      'names are denied, then known',
      ['one', 'two'].map((id) => {
        const seen = spaced([aFailure('name', { totalMs: 50 }), anAttempt()]);
        return aServiceSeen(id, seen, seen);
      }),
    ],
  ])('is not seen where %s', (_case, services) => {
    expect(sees(...services)).toBe(false);
  });

  it('is seen in names on which the resolver was silent', () => {
    const seen = spaced([aFailure('name', { totalMs: 6_000 }), anAttempt()]);

    expect(sees(aServiceSeen('one', seen, seen), aServiceSeen('two', seen, seen))).toBe(true);
  });

  it('makes a network degraded that looked well, and takes back what is only likely', () => {
    const services = [
      aServiceSeen('one', wavering, wavering),
      aServiceSeen('two', wavering, wavering),
      aServiceSeen('three', repeated('timeout', 3)),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    expect(round.network).toMatchObject({ state: 'degraded', confidence: 'medium' });
    expect(round.services[2]).toMatchObject({
      roundState: 'insufficient',
      reason: 'network-degraded',
    });
  });
});
