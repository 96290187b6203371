import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Attempt } from '../../lib/model/attempt.ts';
import { mapAttempts } from '../../lib/model/map-attempts.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceState } from '../../lib/model/state.ts';
import { createRandom, type Random } from '../accuracy/time/random.ts';

const folder = path.join(import.meta.dirname, '../golden/rounds');
const everyMs = 15 * 60 * 1000;
const begin = Date.parse('2026-01-01T00:00:00.000Z');

/**
 * Rounds as browsers recorded them, every quarter of an hour, each with times of its own. The first that sees another
 * state does not change what people are shown.
 */
export function* longHistory(count: number): Generator<Round> {
  const recorded = readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Round);
  const random = createRandom(1);
  const shown = new Map<string, ServiceState>();
  for (let index = 0; index < count; index += 1) {
    // A stretch of a state, and then another.
    const round = recorded[Math.floor(index / 10) % recorded.length] as Round;
    const next = moved(round, { index, random });
    const services = next.services.map((one) => ({
      ...one,
      state: shown.get(one.id) ?? one.state,
    }));
    for (const { id, state } of next.services) shown.set(id, state);
    yield { ...next, services };
  }
}

function moved(round: Round, { index, random }: { index: number; random: Random }): Round {
  const offset =
    begin + index * everyMs + Math.floor(random.next() * 60_000) - Date.parse(round.startedAt);
  const later = (iso: string) => new Date(Date.parse(iso) + offset).toISOString();
  const jitter = (ms: number | null) =>
    ms === null ? null : Math.round(ms * random.between(0.7, 1.6) * 10) / 10;
  const change = (attempt: Attempt): Attempt => ({
    ...attempt,
    startedAt: later(attempt.startedAt),
    dnsMs: jitter(attempt.dnsMs),
    connectMs: jitter(attempt.connectMs),
    tlsMs: jitter(attempt.tlsMs),
    ttfbMs: jitter(attempt.ttfbMs),
    totalMs: jitter(attempt.totalMs),
  });
  return {
    ...mapAttempts(round, change),
    id: `round-${index}`,
    startedAt: later(round.startedAt),
    finishedAt: later(round.finishedAt),
  };
}
