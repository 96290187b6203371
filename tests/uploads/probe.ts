import type { Round } from '../../lib/model/round.ts';
import { networkStates, serviceStates } from '../../lib/model/words.ts';
import { anAttempt } from '../helpers/attempts.ts';
import { aRound, aServiceResult, aTargetResult } from '../helpers/rounds.ts';

/** The default interval between two rounds. */
export const intervalMs = 900_000;

const firstAt = Date.parse('2026-11-01T00:00:00.000Z');

export function momentOf(step: number): number {
  return firstAt + step * intervalMs;
}

const neverTaken = 'never-taken';

/** A round of one service with two attempts, of which the endpoint takes a few under no circumstances. */
export function simulatedRound(probe: number, step: number, random: () => number): Round {
  const startedAt = new Date(momentOf(step)).toISOString();
  const attempts = [
    anAttempt({ startedAt, totalMs: Math.round(random() * 2000) }),
    anAttempt({ n: 2, startedAt, ok: random() < 0.9 }),
  ];
  return aRound({
    id: `${probe}-${step}${random() < 0.004 ? `-${neverTaken}` : ''}`,
    startedAt,
    finishedAt: startedAt,
    services: [aServiceResult({ targets: [aTargetResult({ attempts })] })],
  });
}

export function isNeverTaken(roundId: string): boolean {
  return roundId.endsWith(neverTaken);
}

/** The ids of all that such a round has to become, written down apart from the code that makes it. */
export function expectedIds({ id, startedAt }: Round): { logs: string[]; metrics: string[] } {
  const time = `${Date.parse(startedAt)}000000`;
  return {
    logs: [`${id}/chat`, `${id}/chat/chat/web/1`, `${id}/chat/chat/web/2`],
    metrics: [
      ...serviceStates.map((state) => `dozvon.service.state chat ${state}`),
      'dozvon.service.failing chat',
      'dozvon.service.latency chat',
      'dozvon.service.attempts chat true',
      'dozvon.service.attempts chat false',
      ...networkStates.map((state) => `dozvon.network.state ${state}`),
    ].map((series) => `${time} ${series}`),
  };
}
