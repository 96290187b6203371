import { isOnByDefault } from '../../../lib/catalog/default-services.ts';
import { builtIn, services as catalogServices } from '../../../lib/catalog/index.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingResult } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { Confidence, ServiceState } from '../../../lib/model/state.ts';
import { type Expectation, ownId, type Scenario } from '../scenarios/scenario.ts';
import type { LogEntry } from '../world/description.ts';
import { complaintOfEvidence } from './evidence.ts';
import { complaintsOfContact, complaintsOfMention, homeOf } from './other-countries.ts';

/** The promise is 60 s, but worlds side by side share two processors. The benchmarks measure it. */
const defaultWithinMs = 80_000;
const failing: ServiceState[] = ['blocked', 'likely_blocked', 'impaired'];

/**
 * Complaints about verdicts that a scenario does not allow; empty if there are none. Each complaint names
 * the service, the field, the value found and the values allowed.
 */
export function judgeScenario(scenario: Scenario, round: Round): string[] {
  return [
    ...outside('network: state', round.network.state, scenario.network),
    ...outside(
      'network: trouble',
      round.network.trouble ?? 'none',
      scenario.trouble && [scenario.trouble],
    ),
    ...outside('network: resolverPath', round.network.resolverPath, scenario.resolverPath),
    ...judgeRouting(scenario, round.routing),
    ...judgeDuration(round, scenario.withinMs ?? defaultWithinMs),
    ...judgePresence(scenario, round),
    ...complaintsOfMention(scenario, round),
    ...round.services.flatMap((service) =>
      judgeService(service, expectationFor(scenario, service.id)),
    ),
  ];
}

/**
 * Complaints about the lab's log: no round may trigger a censor that counts bursts, or ask a host of another
 * country than the person's.
 */
export function judgeLog(scenario: Scenario, log: readonly LogEntry[]): string[] {
  return [...judgeBursts(scenario, log), ...complaintsOfContact(scenario, log)];
}

function judgeBursts(scenario: Scenario, log: readonly LogEntry[]): string[] {
  const worlds = [scenario.world, ...(scenario.phases ?? []).map(({ world }) => world)];
  const rules = worlds.flatMap((world) => world?.tls ?? []);
  if (!rules.some(({ burst }) => burst?.forMs !== undefined)) return [];
  const fired = log.filter(({ kind, burst }) => kind === 'censored' && burst);
  const names = [...new Set(fired.map(({ name }) => name))];
  return names.map((name) => `lab: burst censor: found ${name}; allowed: it never fires`);
}

export function expectationFor(scenario: Scenario, service: string): Expectation {
  return scenario.services?.[service] ?? scenario.others;
}

export function durationOf(round: Round): number {
  return Date.parse(round.finishedAt) - Date.parse(round.startedAt);
}

function judgeRouting(scenario: Scenario, routed: RoutingResult): string[] {
  const { verdict, confidence } = routed;
  const { routing, routingGuesses = [], routingIsKnowable } = scenario;
  const { routingAtMost = 'high', routingAtLeast = 'low' } = scenario;
  const guesses = confidence === 'low' ? routingGuesses : [];
  const unknown = routingIsKnowable === true ? [] : ['unknown'];
  return [
    ...outside('routing: verdict', verdict, routing && [...routing, ...guesses, ...unknown]),
    ...outside('routing: confidence', confidence, levels(routingAtLeast, routingAtMost)),
    ...judgeSignals(scenario, routed),
  ];
}

function judgeSignals({ routingSignals = {} }: Scenario, { signals }: RoutingResult): string[] {
  const { seen = [], unseen = [] } = routingSignals;
  const reported = signals.map(({ id }) => id);
  const complain = (id: string, allowed: string) =>
    `routing: signals: found ${list(reported)}; allowed: ${allowed} ${id}`;
  return [
    ...seen.filter((id) => !reported.includes(id)).map((id) => complain(id, 'only with')),
    ...unseen.filter((id) => reported.includes(id)).map((id) => complain(id, 'only without')),
  ];
}

function judgeDuration(round: Round, withinMs: number): string[] {
  const ms = durationOf(round);
  return ms < withinMs ? [] : [`round: duration: found ${ms} ms; allowed: below ${withinMs} ms`];
}

function judgePresence(scenario: Scenario, round: Round): string[] {
  const { services = defaultServices(scenario), ownServices = [] } = scenario.browser ?? {};
  const found = round.services.map(({ id }) => id).join(', ');
  const allowed = [...services, ...ownServices.map(({ name }) => ownId(name))].join(', ');
  return found === allowed ? [] : [`round: services: found ${found}; allowed: ${allowed}`];
}

/** Of what is on by default at home, the store's build asks only what needs no further permission. */
function defaultServices(scenario: Scenario): string[] {
  const isByName = scenario.browser?.hostsByNameOnly === true;
  return catalogServices
    .filter((one) => isOnByDefault(builtIn, homeOf(scenario), one))
    .filter(({ enabledByDefault }) => enabledByDefault || !isByName)
    .map(({ id }) => id);
}

function judgeService(service: ServiceResult, expected: Expectation): string[] {
  const of = (field: string) => `${service.id}: ${field}`;
  return [
    ...outside(of('roundState'), service.roundState, expected.states),
    ...outside(of('state'), service.state, expected.shown ?? expected.states),
    ...judgeMechanisms(service, expected),
    ...outside(of('confidence'), service.confidence, expected.confidence),
    ...outside(of('reason'), service.reason, expected.reasons),
    ...outside(of('scope'), service.scope, expected.scope && [expected.scope]),
    ...outside(of('locus'), service.locus, expected.locus && [expected.locus]),
    ...judgeRoles(service, expected),
    ...judgeTargets(service, expected),
    ...complaintOfEvidence(service),
  ];
}

function judgeMechanisms(
  { id, roundState, mechanisms }: ServiceResult,
  expected: Expectation,
): string[] {
  const allowed = expected.mechanisms ?? (roundState === 'ok' ? [] : undefined);
  if (allowed === undefined) return [];
  const beside = mechanisms.filter((one) => !allowed.includes(one));
  const isDemanded = allowed.length > 0 && expected.mechanismIsOptional !== true;
  const missing = failing.includes(roundState) && mechanisms.length === 0 && isDemanded;
  if (beside.length === 0 && !missing) return [];
  return [
    `${id}: mechanisms: found ${list(mechanisms)}; allowed: ${missing ? 'at least one of ' : ''}${list(allowed)}`,
  ];
}

function judgeRoles({ id, roles }: ServiceResult, expected: Expectation): string[] {
  return Object.entries(expected.roles ?? {}).flatMap(([role, allowed]) => {
    const found = roles.find((one) => one.role === role)?.state ?? 'nothing';
    return outside(`${id}: role ${role}`, found, allowed);
  });
}

function judgeTargets({ id, targets }: ServiceResult, expected: Expectation): string[] {
  return Object.entries(expected.targets ?? {}).flatMap(([target, allowed]) => {
    const found = targets.find((one) => one.id === target)?.state ?? 'nothing';
    return outside(`${id}: target ${target}`, found, allowed);
  });
}

function levels(least: Confidence, most: Confidence): Confidence[] {
  const all: Confidence[] = ['low', 'medium', 'high'];
  return all.slice(all.indexOf(least), all.indexOf(most) + 1);
}

function outside(where: string, found: string, allowed: readonly string[] | undefined): string[] {
  if (allowed === undefined || allowed.includes(found)) return [];
  return [`${where}: found ${found}; allowed: ${list(allowed)}`];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
