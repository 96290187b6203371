import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import { bundleRounds } from '../../../../lib/history/kept/bundling.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { createOwnHistory, type OwnHistory } from '../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import type { Deletion } from '../../../../lib/model/deletion.ts';
import { withFailingWrite } from '../../../helpers/failing-write.ts';
import { someKeys } from '../../../helpers/history.ts';
import { recordNumbers, roundsAndSums } from '../../../helpers/indexed-history.ts';
import { alone } from '../../../helpers/own-history.ts';
import { differencesIn } from '../../../helpers/sums-anew.ts';

let keys: ReturnType<typeof someKeys>;
let own: OwnHistory;
let history: WritableHistory;
beforeEach(async () => {
  keys = someKeys();
  own = createOwnHistory(keys);
  history = await own.toWrite();
  await recordNumbers(history, 1, 70);
});
afterEach(() => own.destroy());

const differences = async () => differencesIn(await roundsAndSums(await own.toWrite()));

describe('sums are those of the rounds wherever a write fails', () => {
  it.each<[string, () => Promise<unknown>, { rounds: number; bundles: number }]>([
    ['a round is recorded', () => recordNumbers(history, 71, 71), { rounds: 71, bundles: 0 }],
    [
      'rounds go into a bundle',
      () => bundleRounds(async () => history),
      { rounds: 70, bundles: 1 },
    ],
  ])('while %s', async (_what, step, outcome) => {
    let isDone = false;
    for (let failing = 1; !isDone; failing += 1) {
      isDone = await withFailingWrite(failing, step);
      expect(await differences(), `write ${failing}`).toEqual([]);
    }

    const { rounds } = await roundsAndSums(history);
    const bundles = await history.database.count('sealedBundles');
    expect({ rounds: rounds.length, bundles }).toEqual(outcome);
  });

  it('while earlier rounds come into the index', async () => {
    let isDone = false;
    for (let failing = 1; !isDone; failing += 1) {
      await history.database.delete('sealedFacts', 'index');
      isDone = await withFailingWrite(failing, () => indexRounds(async () => history));
      expect((await readIndex(history)).through === 70, `write ${failing}`).toBe(isDone);
      await indexRounds(async () => history);
      expect(await differences(), `write ${failing}`).toEqual([]);
    }
  });

  it.each<[string, Deletion, { rounds: number; services: string[] }]>([
    ['a service', { service: 'chat' }, { rounds: 70, services: ['talk'] }],
    [
      'rounds',
      { rounds: ['round-3', 'round-4', 'round-40', 'round-70'] },
      { rounds: 66, services: ['chat', 'talk'] },
    ],
  ])('while it leaves out %s', async (_what, deletion, outcome) => {
    await createRewriting(own, keys, alone).note(deletion);
    let isDone = false;
    for (let failing = 1; !isDone; failing += 1) {
      isDone = await withFailingWrite(failing, () => createRewriting(own, keys, alone).run());
    }

    const { rounds } = await roundsAndSums(await own.toWrite());
    const services = new Set(rounds.flatMap(([, round]) => round.services.map(({ id }) => id)));
    expect({ rounds: rounds.length, services: [...services] }).toEqual(outcome);
    expect(await differences()).toEqual([]);
  });
});
