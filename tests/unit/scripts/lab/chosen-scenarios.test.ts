import { expect, it } from 'vitest';
import { chosenScenarios } from '../../../../scripts/lab/chosen-scenarios.ts';
import { families, scenarios } from '../../../lab/scenarios/index.ts';

const all = { core: false, family: null, only: null };

it('are all without an option', () => {
  expect(chosenScenarios(all)).toEqual(scenarios);
});

it('are those of the families, in the order of the lab', () => {
  expect(chosenScenarios({ ...all, family: ['ipv6', 'clock'] })).toEqual([
    ...families.clock,
    ...families.ipv6,
  ]);
});

it('fit the text and the core besides', () => {
  const some = chosenScenarios({ core: true, family: ['dns', 'tcp'], only: 'A' });

  expect(some.length).toBeGreaterThan(0);
  expect(some).toEqual(
    [...families.dns, ...families.tcp].filter(({ name, core }) => core && /a/i.test(name)),
  );
  expect(some.length).toBeLessThan(chosenScenarios({ ...all, family: ['dns', 'tcp'] }).length);
});
