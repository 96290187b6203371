import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';

/** Labels that none of a browser's error codes supports: its verdicts must not contain them. */
const unknowable: Record<BrowserName, Mechanism[]> = {
  chromium: [],
  // A refusal, an ICMP "unreachable" and a lost link share one code.
  firefox: ['tcp.refused', 'ip.unreachable'],
};

/** The verdicts that are honest in a scenario, given what this browser reveals. */
export function forBrowser({ firefox, ...scenario }: Scenario, browser: BrowserName): Scenario {
  const own = browser === 'firefox' ? firefox : undefined;
  const services = Object.entries({ ...scenario.services, ...own?.services });
  const knowable = (expected: Expectation) => withoutLabels(expected, unknowable[browser]);
  return {
    ...scenario,
    ...own,
    services: Object.fromEntries(services.map(([id, expected]) => [id, knowable(expected)])),
    others: knowable(own?.others ?? scenario.others),
  };
}

function withoutLabels(expected: Expectation, labels: readonly Mechanism[]): Expectation {
  const { mechanisms, deepest, ...rest } = expected;
  const left = (all: readonly Mechanism[]) => all.filter((one) => !labels.includes(one));
  return {
    ...rest,
    ...(mechanisms?.some((one) => labels.includes(one)) && { mechanismIsOptional: true }),
    ...(mechanisms !== undefined && { mechanisms: left(mechanisms) }),
    // If no label is left, none is expected as the deepest.
    ...(deepest !== undefined && left(deepest).length > 0 && { deepest: left(deepest) }),
  };
}
