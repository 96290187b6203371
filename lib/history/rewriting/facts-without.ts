import type { Omission } from '../../model/deletion.ts';
import type { Round } from '../../model/round.ts';
import type { SeenRoute } from '../../model/route.ts';
import { alertMemoryWithout, readAlertMemory } from '../alert-memory.ts';
import type { Changes } from '../changes.ts';
import { lastFullAt, lastRoute, readFact, readStandings } from '../facts.ts';
import { walkRounds } from '../kept/walk.ts';
import type { Latest } from '../latest.ts';
import type { WritableHistory } from '../open.ts';
import type { FactName } from '../schema.ts';
import { withoutExit } from '../without-exit.ts';
import { roundWithout, servicesIn } from './omissions.ts';

/** The latest rounds that are asked for a route, one of which has looked at it where the looks are on. */
const lookedAt = 96;

interface Gone {
  omissions: readonly Omission[];
  /** The rounds that go as a whole, and when they started. */
  rounds: ReadonlyMap<number, number>;
  /** Services of which no round is left. */
  services: readonly string[];
}

/** The single facts, as if what is left out had never been; but standings of services that stay are as they are. */
export async function factsWithout(
  history: WritableHistory,
  gone: Gone,
  changes: Changes,
): Promise<void> {
  const times = new Set(gone.rounds.values());
  const full = await lastFullAt(history);
  if (full !== null && times.has(Date.parse(full))) await put(null, 'lastFullAt');
  const forgotten = new Set([...servicesIn(gone.omissions), ...gone.services]);
  await put(await standingsWithout(history, forgotten), 'standings');
  const alerts = await readAlertMemory(history);
  if (alerts !== null) await put(alertMemoryWithout(alerts, forgotten), 'alerts');
  // Which round each was seen in is not known.
  if (times.size > 0) await put(null, 'landmarks');
  const route = await routeWithout(history, times, gone);
  await put(route, 'lastRoute');
  const latest = await readFact<Latest>(history, 'latest');
  if (latest !== undefined) {
    const round = latest.round && roundWithout(latest.round, gone.omissions);
    await put({ round: round ?? (await latestLeft(history, gone)), route }, 'latest');
  }

  async function put(fact: unknown, key: FactName): Promise<void> {
    if (fact === null) changes.deleted.push({ store: 'sealedFacts', key });
    else {
      changes.writes.push({ store: 'sealedFacts', key, record: await history.seal.close(fact) });
    }
  }
}

async function standingsWithout(history: WritableHistory, forgotten: ReadonlySet<string>) {
  const all = [...(await readStandings(history)).values()];
  const left = all.filter(({ service }) => !forgotten.has(service));
  return left.length === 0 ? null : left;
}

/** Null where none of the latest rounds that are left has looked at it. */
async function routeWithout(
  history: WritableHistory,
  times: ReadonlySet<number>,
  gone: Gone,
): Promise<SeenRoute | null> {
  const known = await lastRoute(history);
  if (known === null) return null;
  if (!times.has(Date.parse(known.at))) {
    return gone.omissions.some((one) => 'exits' in one) ? withoutExit(known) : known;
  }
  for await (const { startedAt: at, routing } of latestRounds(history, gone)) {
    if (routing.signals.length > 0) return { at, routing };
  }
  return null;
}

async function latestLeft(history: WritableHistory, gone: Gone): Promise<Round | null> {
  for await (const round of latestRounds(history, gone)) return round;
  return null;
}

/** Some of what is left, newest first. */
async function* latestRounds(history: WritableHistory, { omissions }: Gone): AsyncGenerator<Round> {
  let looked = 0;
  for await (const { round } of walkRounds(history, { from: 'newest', atOnce: 8 })) {
    const left = roundWithout(round, omissions);
    if (left === null) continue;
    yield left;
    looked += 1;
    if (looked === lookedAt) return;
  }
}
