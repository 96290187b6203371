import type { Attempt } from '../../../../lib/model/attempt.ts';
import { mapAttempts } from '../../../../lib/model/map-attempts.ts';
import type { Round } from '../../../../lib/model/round.ts';

/** Numbers from 0 to 1, the same each time. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The same round at another time, with an id and with times, sizes and addresses of its own. */
export function vary(sample: Round, startMs: number, random: () => number): Round {
  const laterMs = startMs - Date.parse(sample.startedAt);
  const moved = (at: string) => new Date(Date.parse(at) + laterMs).toISOString();
  const round = mapAttempts(sample, (attempt) => varied(attempt, moved(attempt.startedAt), random));
  return {
    ...round,
    id: crypto.randomUUID(),
    startedAt: moved(sample.startedAt),
    finishedAt: moved(sample.finishedAt),
    services: round.services.map((service) => ({
      ...service,
      targets: service.targets.map((target) => ({
        ...target,
        ...(target.recent && { recent: { ...target.recent, since: moved(target.recent.since) } }),
      })),
    })),
    circumstances: {
      ...round.circumstances,
      gateOpenedAt: moved(round.circumstances.gateOpenedAt),
      gates: round.circumstances.gates.map((gate) => ({
        ...gate,
        startedAt: moved(gate.startedAt),
        finishedAt: moved(gate.finishedAt),
      })),
    },
  };
}

/** With the parts of its time that a browser tells and the simulation leaves out. */
function varied(attempt: Attempt, startedAt: string, random: () => number): Attempt {
  if (!attempt.ok || attempt.totalMs === null) return { ...attempt, startedAt };
  const total = Math.round(attempt.totalMs * (0.7 + 0.6 * random()));
  const part = (share: number) => Math.round(10 * total * share * random()) / 10;
  return {
    ...attempt,
    startedAt,
    protocol: random() < 0.9 ? 'h2' : 'h3',
    remoteIp: attempt.remoteIp?.replace(/\d+$/, `${Math.floor(8 * random())}`) ?? null,
    dnsMs: part(0.2),
    connectMs: part(0.3),
    tlsMs: part(0.4),
    ttfbMs: part(1),
    totalMs: total,
    bytes: random() < 0.5 ? 0 : Math.floor(4_000 * random()),
  };
}
