import { describe, expect, it } from 'vitest';
import { countKept } from '../../../../lib/history/kept/size.ts';
import type { OwnHistory } from '../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { putInBundles } from '../../../helpers/bundles.ts';
import { allRounds, compressSingles } from '../../../helpers/history.ts';
import {
  alone,
  expectOldKeysOpenNothing,
  seenAs,
  useOwnHistory,
} from '../../../helpers/own-history.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const own = useOwnHistory();

/** A text of its own for each seed. */
const digits = (seed: number) =>
  Array.from({ length: 200 }, (_, index) => Math.sin(1000 * seed + index)).join('');

const named = (id: string, seconds: number, name: string) =>
  seenAs(id, seconds, 'ok', { services: [aServiceResult({ name })] });

describe('deleting', () => {
  it('takes what rounds told besides attempts of a service, too', async () => {
    const resolution = { resolver: 'one', national: false, rcode: 'NOERROR', addresses: [] };
    const target = (id: string) =>
      aServiceResult({ id, targets: [aTargetResult({ url: `https://web.${id}.example/` })] });
    const name = (id: string) => ({ ...resolution, name: `cdn.${id}.example` });
    const round = aRound({
      services: [target('chat'), target('talk')],
      circumstances: {
        ...aRound().circumstances,
        resolutions: [name('chat'), name('talk')],
        addressProbes: [{ name: 'web.chat.example', address: '192.0.2.1', attempts: [] }],
        forbidden: ['chat/web', 'talk/web'],
      },
    });
    await own.record([round]);

    await own.leaveOut({ service: 'chat' });

    expect(await allRounds(await own.history.toRead())).toEqual([
      {
        ...round,
        services: [target('talk')],
        circumstances: {
          ...round.circumstances,
          resolutions: [name('talk')],
          addressProbes: [],
          forbidden: ['talk/web'],
        },
      },
    ]);
  });

  it('keeps rounds of one day that others without a dictionary lie between', async () => {
    const rounds = ['one', 'two', 'three', 'four'].map((id, index) => seenAs(id, index, 'ok'));
    await own.record(rounds);
    await compressSingles(await own.history.toWrite());
    const { database, seal } = await own.history.toWrite();
    for (const [index, round] of rounds.slice(1, 3).entries()) {
      await database.put('sealedRounds', await seal.close(round), index + 2);
    }

    await own.leaveOut({ rounds: ['two'] });

    expect(await allRounds(await own.history.toRead())).toEqual([rounds[0], rounds[2], rounds[3]]);
    expect(await (await own.history.toRead()).database.count('sealedDictionaries')).toBe(1);
    await expectOldKeysOpenNothing(own);
  });

  it('leaves rounds compressed against those before of their day', async () => {
    const [one, two] = [digits(1), digits(2)];
    await own.record([named('one', 0, one), named('two', 60, two)]);
    await own.record([named('both', 120, one + two), named('gone', 180, one)]);
    await compressSingles(await own.history.toWrite());

    await own.leaveOut({ rounds: ['gone'] });

    const { database } = await own.history.toRead();
    const sizes = (await database.getAll('sealedRounds')).map(({ data }) => data.byteLength);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(250);
  });

  it('keeps the other rounds of a bundle that has a damaged one', async () => {
    const rounds = ['one', 'two', 'three', 'four'].map((id, index) => seenAs(id, index, 'ok'));
    await own.record(rounds);
    const { database, seal } = await own.history.toWrite();
    const broken = new Uint8Array([6, 3, ...Array<number>(12).fill(0)]);
    await database.put('sealedRounds', await seal.closeBytes(broken), 3);
    await putInBundles({ database, seal }, [3]);

    await own.leaveOut({ service: 'chat' });

    const read = await own.history.toRead();
    expect((await allRounds(read)).map(({ id }) => id)).toEqual(['one', 'two', 'four']);
    expect(await countKept(read.database)).toBe(3);
    await expectOldKeysOpenNothing(own);
  });
});

describe('a round that is recorded meanwhile', () => {
  it('is compressed against nothing that is left out', { timeout: 300_000 }, async () => {
    const gone = digits(1);

    for (let moment = 1; moment <= 30; moment += 1) {
      await own.beginAnew();
      await own.record([named('one', 0, gone), named('two', 60, digits(2))]);
      let calls = 0;
      const interrupted: OwnHistory = {
        ...own.history,
        async toRead() {
          calls += 1;
          if (calls === moment) await own.record([named('later', 120, digits(3))]);
          return own.history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, own.keys, alone);
      await rewriting.note({ rounds: ['one'] });

      await rewriting.run();

      expect(calls, 'it was meanwhile').toBeGreaterThan(moment);
      const { database, seal } = await own.history.toWrite();
      const dictionaries = await database.getAll('sealedDictionaries');
      const opened = await Promise.all(dictionaries.map((one) => seal.open(one)));
      expect(JSON.stringify(opened)).not.toContain(gone.slice(0, 100));
      expect((await allRounds({ database, seal })).map(({ id }) => id)).toEqual(['two', 'later']);
    }
  });
});
