import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';

/** Labels that no error code of a browser can bear out: it may not say them, and need not. */
const unknowable: Record<BrowserName, Mechanism[]> = {
  chromium: [],
  // A refusal, an ICMP "unreachable" and a lost link are one code.
  firefox: ['tcp.refused', 'ip.unreachable'],
};

/** What an honest checker may say in a scenario, of what this browser lets it know. */
export function forBrowser({ firefox, ...scenario }: Scenario, browser: BrowserName): Scenario {
  const own = browser === 'firefox' ? firefox : undefined;
  const services = Object.entries({ ...scenario.services, ...own?.services });
  const told = (expected: Expectation) => withoutLabels(expected, unknowable[browser]);
  return {
    ...scenario,
    ...own,
    services: Object.fromEntries(services.map(([id, expected]) => [id, told(expected)])),
    others: told(own?.others ?? scenario.others),
  };
}

function withoutLabels(expected: Expectation, labels: readonly Mechanism[]): Expectation {
  const { mechanisms, deepest, ...rest } = expected;
  const left = (all: readonly Mechanism[]) => all.filter((one) => !labels.includes(one));
  return {
    ...rest,
    ...(mechanisms?.some((one) => labels.includes(one)) && { mayGoUnnamed: true }),
    ...(mechanisms !== undefined && { mechanisms: left(mechanisms) }),
    // Where nothing is left that could be said, no depth is to be reached.
    ...(deepest !== undefined && left(deepest).length > 0 && { deepest: left(deepest) }),
  };
}
