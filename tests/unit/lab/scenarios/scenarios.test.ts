import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import type { NetworkState, ServiceState } from '../../../../lib/model/state.ts';
import { families, scenarios } from '../../../lab/scenarios/index.ts';
import { type Expectation, ownId, type Scenario } from '../../../lab/scenarios/scenario.ts';

const core = scenarios.filter((scenario) => scenario.core);

describe('the scenarios', () => {
  it('are many', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(90);
  });

  it('have unique names', () => {
    const names = scenarios.map(({ name }) => name);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('differ in world, history, phases, browser or what a person does', () => {
    const settings = scenarios.map(({ world, before, asksTwice, phases, browser }) =>
      JSON.stringify({ world, before, asksTwice, phases, browser }),
    );

    expect(settings.filter((one, index) => settings.indexOf(one) !== index)).toEqual([]);
  });
});

describe.each(scenarios)('the scenario "$name"', (scenario) => {
  const services = [scenario.services, scenario.firefox?.services];
  const expectations = [...expectationsOf(scenario), ...expectationsOfFirefox(scenario)];

  it('names its origin', () => {
    expect(scenario.origin).not.toBe('');
  });

  it('has expectations, and few enough to be specific', () => {
    expect(scenario.network.length).toBeGreaterThan(0);
    expect(scenario.network.length).toBeLessThanOrEqual(2);
    for (const set of expectations.flatMap(stateSets)) {
      expect(set.length).toBeGreaterThan(0);
      // A gap claims nothing.
      expect(set.filter((state) => state !== 'insufficient').length).toBeLessThanOrEqual(3);
    }
  });

  it('names only services, roles and targets of the catalog', () => {
    const added = (scenario.browser?.ownServices ?? []).map(({ name }) => ownId(name));
    for (const [id, { roles = {}, targets = {} }] of services.flatMap((one) =>
      Object.entries(one ?? {}),
    )) {
      if (added.includes(id)) continue;
      const service = catalog.services.find((candidate) => candidate.id === id);

      expect(service, id).toBeDefined();
      expect(service?.roles.map(({ role }) => role)).toEqual(
        expect.arrayContaining(Object.keys(roles)),
      );
      expect(service?.targets.map((target) => target.id)).toEqual(
        expect.arrayContaining(Object.keys(targets)),
      );
    }
  });

  it('lists acceptable mechanisms if a service may fail', () => {
    for (const { states, mechanisms = [] } of expectations) {
      if (states.some(isFailing)) expect(mechanisms).not.toEqual([]);
    }
  });

  it('chooses the deepest labels from the acceptable ones', () => {
    for (const { mechanisms = [], deepest = [], deepestOneOf = [] } of expectations) {
      expect(mechanisms).toEqual(expect.arrayContaining([...deepest, ...deepestOneOf]));
    }
  });

  it('blames no single service if the network is certainly at fault', () => {
    // A wrong clock troubles certificates alone: the controls answer.
    if (scenario.network.includes('normal') || scenario.trouble === 'clock') return;
    for (const { states, scope } of expectations) {
      if (states.includes('blocked') || scope === 'service') {
        expect.fail('with controls failing, nothing is aimed at one service');
      }
    }
  });

  it('lists its phases in order of time', () => {
    const times = (scenario.phases ?? []).map(({ afterMs }) => afterMs);

    expect(times).toEqual(times.toSorted((left, right) => left - right));
  });
});

describe('the core', () => {
  it('is a small part of all scenarios', () => {
    expect(core.length).toBeGreaterThanOrEqual(30);
    expect(core.length).toBeLessThanOrEqual(52);
  });

  it.each(['clock', 'authorities', 'ipv6', 'own-filters', 'countries'] as const)(
    'has some about %s',
    (family) => {
      expect(families[family].filter((scenario) => scenario.core)).not.toEqual([]);
    },
  );

  it('covers every state of the network', () => {
    const seen = core
      .filter(({ network }) => network.length === 1)
      .flatMap(({ network }) => network);

    expect(seen).toEqual(
      expect.arrayContaining([
        'normal',
        'allowlist',
        'captive_portal',
        'offline',
        'degraded',
      ] satisfies NetworkState[]),
    );
  });

  it('covers every state of a service', () => {
    const seen = core
      .flatMap(expectationsOf)
      .filter(({ states }) => states.length === 1)
      .flatMap(({ states }) => states);

    expect(seen).toEqual(
      expect.arrayContaining([
        'ok',
        'impaired',
        'blocked',
        'likely_blocked',
        'down',
        'insufficient',
      ] satisfies ServiceState[]),
    );
  });

  it('covers every mechanism that is the deepest in any scenario', () => {
    expect(deepestOf(core)).toEqual(expect.arrayContaining(deepestOf(scenarios)));
  });
});

function expectationsOf({ others, services = {} }: Scenario): Expectation[] {
  return [others, ...Object.values(services)];
}

function expectationsOfFirefox({ firefox: { others, services = {} } = {} }: Scenario) {
  return [...(others ? [others] : []), ...Object.values(services)];
}

function stateSets({ states, shown, roles = {} }: Expectation): ServiceState[][] {
  return [states, ...(shown ? [shown] : []), ...Object.values(roles)];
}

function isFailing(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked' || state === 'impaired';
}

function deepestOf(list: readonly Scenario[]) {
  return [
    ...new Set(
      list
        .flatMap(expectationsOf)
        .flatMap(({ deepest = [], deepestOneOf = [] }) => [...deepest, ...deepestOneOf]),
    ),
  ];
}
