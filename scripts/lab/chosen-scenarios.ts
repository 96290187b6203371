import { families, scenarios } from '../../tests/lab/scenarios/index.ts';
import type { Scenario } from '../../tests/lab/scenarios/scenario.ts';
import type { LabOptions } from './commands.ts';

/** The scenarios that fit all of the options, in the order of the lab. */
export function chosenScenarios({
  core,
  family,
  only,
}: Pick<LabOptions, 'core' | 'family' | 'only'>): Scenario[] {
  const wanted = new Set<Scenario>(family?.flatMap((name) => families[name]) ?? scenarios);
  const text = (only ?? '').toLowerCase();
  return scenarios.filter(
    (scenario) =>
      wanted.has(scenario) &&
      (!core || scenario.core) &&
      scenario.name.toLowerCase().includes(text),
  );
}
