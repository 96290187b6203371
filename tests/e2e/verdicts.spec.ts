import { catalog } from '../../lib/catalog/index.ts';
import type { Round, ServiceResult, ServiceState } from '../../lib/round/types.ts';
import type { Expectation } from '../lab/scenario.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { expect, test } from './fixtures.ts';

// Those with a past, a course or a browser of their own need more than a world.
const plain = scenarios.filter(
  ({ core, before, phases, browser }) => core && !before && !phases && !browser,
);

for (const scenario of plain) {
  test(`says what may be said: ${scenario.name}`, async ({ extension, lab }) => {
    await lab.setWorld(scenario.world);

    const round = await extension.check();

    expect(scenario.network, 'network').toContain(round.network.state);
    expect(round.services.map((service) => service.id)).toEqual(
      catalog.services.map((service) => service.id),
    );
    for (const service of round.services) {
      judge(service, scenario.services?.[service.id] ?? scenario.others);
    }
    expect(durationOf(round)).toBeLessThan(scenario.withinMs ?? 60_000);
  });
}

function judge(service: ServiceResult, expected: Expectation): void {
  expect(expected.states, `${service.id}: state`).toContain(service.roundState);
  expect(service.state, `${service.id}: the first round sets the state`).toBe(service.roundState);
  if (expected.mechanisms !== undefined) {
    if (isFailing(service.roundState)) {
      expect(service.mechanisms.length, `${service.id}: some mechanism`).toBeGreaterThan(0);
    }
    expect(expected.mechanisms, `${service.id}: no other mechanism`).toEqual(
      expect.arrayContaining(service.mechanisms),
    );
  }
  if (expected.confidence !== undefined) {
    expect(expected.confidence, `${service.id}: confidence`).toContain(service.confidence);
  }
  if (expected.scope !== undefined) expect(service.scope, service.id).toBe(expected.scope);
  if (expected.locus !== undefined) expect(service.locus, service.id).toBe(expected.locus);
  for (const { role, state } of service.roles) {
    const acceptable = expected.roles?.[role];
    if (acceptable) expect(acceptable, `${service.id}: ${role}`).toContain(state);
  }
}

function isFailing(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked' || state === 'impaired';
}

function durationOf(round: Round): number {
  return Date.parse(round.finishedAt) - Date.parse(round.startedAt);
}
