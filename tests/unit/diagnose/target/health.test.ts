import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { retiredTargets, updateTargetHealth } from '../../../../lib/diagnose/target/health.ts';
import type { Standing, TargetHealth } from '../../../../lib/model/standing.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const service = aService({
  targets: [aTarget(), aTarget({ id: 'chat/rotten', urls: ['https://old.chat.example/'] })],
});

function healthAfter(rounds: number, rotten: ServiceState, sibling: ServiceState = 'ok') {
  let health: TargetHealth[] = [];
  for (let round = 0; round < rounds; round += 1) {
    health = updateTargetHealth(health, [
      { id: 'chat/web', state: sibling },
      { id: 'chat/rotten', state: rotten },
    ]);
  }
  return health;
}

describe('a target that is down', () => {
  it('loses its vote after eight rounds in which its sibling works', () => {
    expect(retiredTargets(service, healthAfter(7, 'down'))).toEqual(new Set());
    expect(retiredTargets(service, healthAfter(8, 'down'))).toEqual(new Set(['chat/rotten']));
  });

  it.each<ServiceState>(['blocked', 'likely_blocked', 'insufficient'])(
    'keeps it however long it is %s instead',
    (state) => {
      expect(retiredTargets(service, healthAfter(50, state))).toEqual(new Set());
    },
  );

  it('keeps it where no sibling works', () => {
    expect(retiredTargets(service, healthAfter(50, 'down', 'blocked'))).toEqual(new Set());
  });

  it('keeps it once it has worked, and regains it when it works again', () => {
    const working = [{ id: 'chat/rotten', state: 'ok' as const }];
    const seenBefore = updateTargetHealth([], working);
    const down = [
      { id: 'chat/web', state: 'ok' as const },
      { id: 'chat/rotten', state: 'down' as const },
    ];
    let health = seenBefore;
    for (let round = 0; round < 50; round += 1) health = updateTargetHealth(health, down);

    expect(retiredTargets(service, health)).toEqual(new Set());
    expect(retiredTargets(service, updateTargetHealth(healthAfter(8, 'down'), working))).toEqual(
      new Set(),
    );
  });

  it('keeps it as the last voter of its role', () => {
    const apart = aService({
      targets: [aTarget(), aTarget({ id: 'chat/rotten', role: 'media' })],
    });

    expect(retiredTargets(apart, healthAfter(8, 'down'))).toEqual(new Set());
  });
});

describe('a target beside a transfer of its role', () => {
  it('keeps its vote as the last voter, since a transfer is no replacement', () => {
    const apart = aService({
      targets: [
        aTarget(),
        aTarget({ id: 'chat/rotten', role: 'media' }),
        aTarget({ id: 'chat/large', role: 'media', kind: 'download' }),
      ],
    });

    expect(retiredTargets(apart, healthAfter(8, 'down'))).toEqual(new Set());
  });
});

describe('rounds with a rotten target', () => {
  const seen = aServiceEvidence(
    { 'chat/web': [anAttempt()], 'chat/rotten': repeated('serverError', 3) },
    { service },
  );

  it('make the service impaired until the target is retired', () => {
    let standings = new Map<string, Standing>();
    const states = [];
    for (let count = 0; count < 9; count += 1) {
      const diagnosed = diagnoseRound(aRoundEvidence({ services: [seen] }), standings);
      standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
      states.push(diagnosed.round.services[0]?.roundState);
      expect(diagnosed.round.services[0]?.targets).toMatchObject([
        { id: 'chat/web', retired: false },
        { id: 'chat/rotten', retired: count === 8 },
      ]);
    }

    expect(states).toEqual([...Array.from({ length: 8 }, () => 'impaired'), 'ok']);
  });
});

describe('rounds with a service that is down', () => {
  it('keep it down, although it still redirects over plain HTTP', () => {
    const plain = aTarget({ id: 'chat/plain', kind: 'http', votes: false });
    const large = aTarget({ id: 'chat/large', kind: 'download' });
    const seen = aServiceEvidence(
      { 'chat/web': repeated('serverError', 3), 'chat/plain': [anAttempt()] },
      { service: aService({ targets: [aTarget(), large, plain] }) },
    );
    let standings = new Map<string, Standing>();
    const states = new Set();
    for (let count = 0; count < 20; count += 1) {
      const diagnosed = diagnoseRound(aRoundEvidence({ services: [seen] }), standings);
      standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
      states.add(diagnosed.round.services[0]?.roundState);
    }

    expect([...states]).toEqual(['down']);
  });
});
