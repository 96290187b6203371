import type { SeenRoute } from '../model/route.ts';
import type { Standing } from '../model/standing.ts';
import type { History } from './open.ts';
import type { FactName } from './schema.ts';

export async function readStandings(history: History): Promise<Map<string, Standing>> {
  const standings = (await readFact<Standing[]>(history, 'standings')) ?? [];
  return new Map(standings.map((one) => [one.service, one]));
}

/** ISO 8601 UTC; null without a full round. */
export async function lastFullAt(history: History): Promise<string | null> {
  return (await readFact<string>(history, 'lastFullAt')) ?? null;
}

/** Null where no round has checked the route yet. */
export async function lastRoute(history: History): Promise<SeenRoute | null> {
  return (await readFact<SeenRoute>(history, 'lastRoute')) ?? null;
}

/** Undefined where there is none. */
export async function readFact<Fact>(
  { database, seal }: History,
  name: FactName,
): Promise<Fact | undefined> {
  if (seal === null) return undefined;
  const sealed = await database.get('sealedFacts', name);
  return sealed && seal.open<Fact>(sealed);
}
