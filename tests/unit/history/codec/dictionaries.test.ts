import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createDictionaries,
  type DictionaryRecord,
} from '../../../../lib/history/codec/dictionaries.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceResult } from '../../../../lib/model/service.ts';
import { at } from '../../../helpers/clock.ts';
import { allRounds, compressSingles, useHistory } from '../../../helpers/history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const open = useHistory();
const daySeconds = 24 * 60 * 60;
const someServices = Array.from({ length: 9 }, (_, index) =>
  aServiceResult({ id: `chat-${index}` }),
);

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

async function record(...rounds: Partial<Round>[]): Promise<void> {
  for (const parts of rounds) {
    await recordRound(history, { round: aRound(parts), standings: [], full: false });
  }
  await compressSingles(history);
}

async function dictionaries(): Promise<DictionaryRecord[]> {
  const sealed = await history.database.getAll('sealedDictionaries');
  const opened = await Promise.all(sealed.map((one) => history.seal.open<DictionaryRecord>(one)));
  return opened.filter((one) => one !== undefined);
}

/** Digits that no other service has. */
function aServiceOfItsOwn(seed: number): ServiceResult {
  const digits = Array.from({ length: 400 }, (_, index) => Math.sin(1000 * seed + index));
  return aServiceResult({ name: digits.join('') });
}

describe('the dictionaries of rounds', () => {
  it('serve all rounds of a day', async () => {
    await record({ id: 'one' }, { id: 'two' });

    expect(await dictionaries()).toMatchObject([{ number: 1, day: at(0).slice(0, 10) }]);
    expect((await allRounds(history)).map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('are new ones on another day, and where a round has what they lack', async () => {
    await record({ id: 'one', services: someServices });
    await record({ id: 'two', services: [aServiceOfItsOwn(1)] });
    await record({ id: 'three', startedAt: at(daySeconds) });

    expect((await dictionaries()).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await allRounds(history)).map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  });

  it('make a round small that is like the one before', async () => {
    await record({ id: 'one', services: someServices }, { id: 'two', services: someServices });

    const sizes = (await history.database.getAll('sealedRounds')).map(
      ({ data }) => data.byteLength,
    );
    expect(Math.max(...sizes)).toBeLessThan(120);
  });

  it('have what those before have of their day', async () => {
    const [one, two, three] = [1, 2, 3].map(aServiceOfItsOwn) as [
      ServiceResult,
      ServiceResult,
      ServiceResult,
    ];
    await record({ services: [one] }, { id: 'b', services: [two] });
    await record({ id: 'c', services: [one, two] });
    await record({ id: 'd', startedAt: at(daySeconds), services: [three] });

    const sizes = (await history.database.getAll('sealedRounds')).map(
      ({ data }) => data.byteLength,
    );
    const texts = (await dictionaries()).map(({ text }) => text);
    expect(Math.max(...sizes)).toBeLessThan(250);
    expect(texts.map((text) => [one, two, three].map(({ name }) => text.includes(name)))).toEqual([
      [true, false, false],
      [true, true, false],
      [false, false, true],
    ]);
  });

  it('are no more than a few where no round is like another', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `round-${index}`);
    await record(...ids.map((id, index) => ({ id, services: [aServiceOfItsOwn(index)] })));

    const lengths = (await dictionaries()).map(({ text }) => text.length);
    expect(lengths).toHaveLength(4);
    expect(lengths.at(-1)).toBe(32_000);
    expect((await allRounds(history)).map(({ id }) => id)).toEqual(ids);
  });

  it('are read once, and a few of them kept, as rounds come day after day', async () => {
    const days = Array.from({ length: 20 }, (_, day) => ({
      id: `day ${day}`,
      startedAt: at(day * daySeconds),
    }));
    await record(...days);
    const read = vi.spyOn(IDBObjectStore.prototype, 'get');
    const dictionaryOf = createDictionaries(history.database, history.seal);

    for (let number = 1; number <= 20; number += 1) {
      expect(await dictionaryOf(number)).toMatchObject({ number });
      await dictionaryOf(number);
      await dictionaryOf(Math.max(1, number - 1));
    }
    expect(read).toHaveBeenCalledTimes(20);
    await dictionaryOf(1);
    expect(read, 'the first is kept no longer').toHaveBeenCalledTimes(21);
    vi.restoreAllMocks();
  });

  it('hold no exit, though their round does', async () => {
    const routing = { ...aRound().routing, exitCountry: 'NL', exitAsn: 64_500 };
    await record({ routing });

    expect((await allRounds(history))[0]?.routing).toEqual(routing);
    expect(JSON.stringify(await dictionaries())).not.toContain('exitCountry');
  });

  it('leave a round unread where they are gone', async () => {
    await record({ id: 'one' });
    await history.database.clear('sealedDictionaries');

    expect(await allRounds(history)).toEqual([]);
  });
});
