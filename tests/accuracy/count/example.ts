import type { Attempt } from '../../../lib/model/attempt.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { LivedRound, Person } from '../person.ts';

/** Describes a round with a wrong verdict in a few lines, with the seeds that reproduce it. */
export function describeFalseAlarm(
  person: Person,
  lived: LivedRound,
  service: ServiceResult,
): string {
  return [`${service.state} wrongly`, ...storyOf(person, lived, service)].join('\n  ');
}

/** @param truth the states that would have been true */
export function describeMiss(
  person: Person,
  lived: LivedRound,
  service: ServiceResult,
  truth: readonly ServiceState[],
): string {
  const head = `${service.state} instead of ${truth.join(' or ')}`;
  return [head, ...storyOf(person, lived, service)].join('\n  ');
}

const targetsShown = 3;

function storyOf(person: Person, { number, round }: LivedRound, service: ServiceResult): string[] {
  const { network } = round;
  const controls = network.controls.map(({ id, ok }) => `${id} ${ok ? 'ok' : 'fails'}`).join(', ');
  const failing = service.targets.filter(({ attempts }) => attempts.some((one) => !one.ok));
  return [
    `${person.situation.id}, seeds ${person.seeds.join(' ')}, round ${number} (${round.trigger})`,
    `network ${network.state} (${network.confidence}): ${controls}`,
    `${service.id}: ${service.state}, this round ${service.roundState} (${service.reason}) ` +
      `[${service.mechanisms.join(' ')}] ${service.confidence}`,
    ...failing.slice(0, targetsShown).map(({ id, state, attempts }) => {
      return `${id} ${state}: ${attempts.map((one) => attemptIn(round.startedAt, one)).join('; ')}`;
    }),
  ];
}

function attemptIn(roundStartedAt: string, attempt: Attempt): string {
  const seconds = (Date.parse(attempt.startedAt) - Date.parse(roundStartedAt)) / 1_000;
  const what = attempt.ok ? 'ok' : (attempt.browserError ?? attempt.failure);
  const took = `${Math.round(attempt.totalMs ?? 0)} ms`;
  return `at ${seconds.toFixed(1)} s ${what} after ${took}${attempt.valid ? '' : ' (invalid)'}`;
}
