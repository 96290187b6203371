import { afterEach, beforeEach, expect } from 'vitest';
import { createOwnHistory, type OwnHistory } from '../../lib/history/own-history.ts';
import { createRewriting, type Rewriting } from '../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../lib/history/rounds.ts';
import { sealedStores } from '../../lib/history/schema.ts';
import type { Deletion } from '../../lib/model/deletion.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceState } from '../../lib/model/state.ts';
import { at } from './clock.ts';
import { allRounds, aSeal, someKeys } from './history.ts';
import { aRound, aServiceResult, aStanding } from './rounds.ts';

/** The services of `seenAs`. */
export const ids = ['chat', 'talk', 'call'];

/** No round runs beside a rewriting, and nobody looks. */
export const alone = {
  idle: async () => undefined,
  isRunning: () => false,
  onChanged: () => undefined,
};

/** A history as a worker has it; for each test a new one. */
export interface TestedHistory {
  readonly history: OwnHistory;
  readonly keys: ReturnType<typeof someKeys>;
  beginAnew(): Promise<void>;
  record(rounds: readonly Round[]): Promise<void>;
  rewriting(): Rewriting;
  leaveOut(...deletions: Deletion[]): Promise<void>;
}

export function useOwnHistory(): TestedHistory {
  let keys: ReturnType<typeof someKeys>;
  let history: OwnHistory;
  const rewriting = () => createRewriting(history, keys, alone);
  beforeEach(begin);
  afterEach(() => history.destroy());

  function begin(): void {
    keys = someKeys();
    history = createOwnHistory(keys);
  }

  return {
    get history() {
      return history;
    },
    get keys() {
      return keys;
    },
    rewriting,
    async beginAnew() {
      await history.destroy();
      begin();
    },
    async record(rounds) {
      for (const round of rounds) {
        const standings = round.services.map(({ id, state }) => aStanding({ service: id, state }));
        const full = round.trigger === 'manual';
        await recordRound(await history.toWrite(), { round, standings, full });
      }
    },
    async leaveOut(...deletions) {
      const anew = rewriting();
      for (const deletion of deletions) await anew.note(deletion);
      await anew.run();
    },
  };
}

/** A round in which all services have one state. */
export function seenAs(
  id: string,
  seconds: number,
  state: ServiceState,
  more: Partial<Round> = {},
): Round {
  return aRound({
    id,
    startedAt: at(seconds),
    services: ids.map((service) => aServiceResult({ id: service, state })),
    ...more,
  });
}

/** All is under the last key alone. */
export async function expectOldKeysOpenNothing({ history, keys }: TestedHistory): Promise<void> {
  const { current, former } = await keys.read();
  expect(former).toBeNull();
  const { database } = await history.toRead();
  const records = (await Promise.all(sealedStores.map((store) => database.getAll(store)))).flat();
  const last = await aSeal(current ?? '');
  for (const one of records) expect(await last.openBytes(one)).toBeDefined();
  const before = new Set(keys.saved.flatMap((one) => [one.current, one.former]));
  before.delete(current);
  for (const key of before) {
    if (key === null) continue;
    const seal = await aSeal(key);
    for (const one of records) expect(await seal.openBytes(one)).toBeUndefined();
  }
}

/** All that the last key opens, but for standings, which deleted rounds leave as they are. */
export async function plainText({ history }: TestedHistory): Promise<string> {
  const { database, seal } = await history.toRead();
  const texts: unknown[] = [await allRounds(await history.toRead())];
  for (const store of sealedStores) {
    for (const key of await database.getAllKeys(store)) {
      const sealed = key === 'standings' ? undefined : await database.get(store, key);
      texts.push(sealed && (await seal?.open(sealed)));
    }
  }
  return JSON.stringify(texts);
}
