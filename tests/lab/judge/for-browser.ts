import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';

/** Labels that none of a browser's error codes supports: its verdicts must not contain them. */
const unknowable: Record<BrowserName, Mechanism[]> = {
  chromium: [],
  // A refusal, an ICMP "unreachable" and a lost link share one code.
  firefox: ['tcp.refused', 'ip.unreachable'],
};

/** What is known in place of a deeper label that only the other browser can give. */
const shallower: Record<BrowserName, Partial<Record<Mechanism, Mechanism>>> = {
  chromium: {},
  // It repeats a silent handshake by itself, so silence shows no layer.
  firefox: { 'tcp.timeout': 'timeout' },
};

/** The verdicts that are honest in a scenario, given what this browser reveals. */
export function forBrowser({ firefox, ...scenario }: Scenario, browser: BrowserName): Scenario {
  const { why: _why, ...own } = (browser === 'firefox' && firefox) || {};
  const services = Object.entries({ ...scenario.services, ...own.services });
  const knowable = (expected: Expectation) =>
    withoutLabels(withShallower(expected, shallower[browser]), unknowable[browser]);
  return {
    ...scenario,
    ...own,
    services: Object.fromEntries(services.map(([id, expected]) => [id, knowable(expected)])),
    others: knowable(own.others ?? scenario.others),
  };
}

function withShallower(
  { mechanisms, deepest, deepestOneOf, ...rest }: Expectation,
  labels: Partial<Record<Mechanism, Mechanism>>,
): Expectation {
  const known = (all: readonly Mechanism[]) => [...new Set(all.map((one) => labels[one] ?? one))];
  return {
    ...rest,
    ...(mechanisms !== undefined && { mechanisms: known(mechanisms) }),
    ...(deepest !== undefined && { deepest: known(deepest) }),
    ...(deepestOneOf !== undefined && { deepestOneOf: known(deepestOneOf) }),
  };
}

function withoutLabels(expected: Expectation, labels: readonly Mechanism[]): Expectation {
  const { mechanisms, deepest = [], deepestOneOf = [], ...rest } = expected;
  const left = (all: readonly Mechanism[]) => all.filter((one) => !labels.includes(one));
  return {
    ...rest,
    ...(mechanisms?.some((one) => labels.includes(one)) && { mechanismIsOptional: true }),
    ...(mechanisms !== undefined && { mechanisms: left(mechanisms) }),
    // If no label is left, none is expected as the deepest.
    ...(left(deepest).length > 0 && { deepest: left(deepest) }),
    ...(left(deepestOneOf).length > 0 && { deepestOneOf: left(deepestOneOf) }),
  };
}
