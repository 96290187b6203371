import { catalog } from '../../lib/catalog/index.ts';
import type { Round, ServiceResult } from '../../lib/round/types.ts';
import type { Expectation } from '../lab/scenario.ts';
import { scenarios } from '../lab/scenarios.ts';
import { expect, test } from './fixtures.ts';

for (const scenario of scenarios) {
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
    expect(service.mechanisms.length, `${service.id}: some mechanism`).toBeGreaterThan(0);
    expect(expected.mechanisms, `${service.id}: no other mechanism`).toEqual(
      expect.arrayContaining(service.mechanisms),
    );
  }
  if (expected.confidence !== undefined) {
    expect(expected.confidence, `${service.id}: confidence`).toContain(service.confidence);
  }
  if (expected.scope !== undefined) expect(service.scope, service.id).toBe(expected.scope);
  if (expected.locus !== undefined) expect(service.locus, service.id).toBe(expected.locus);
}

function durationOf(round: Round): number {
  return Date.parse(round.finishedAt) - Date.parse(round.startedAt);
}
