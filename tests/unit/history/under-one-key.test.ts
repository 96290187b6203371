import { expect, it } from 'vitest';
import { firstPlaces } from '../../../lib/history/places.ts';
import { underOneKey } from '../../../lib/history/under-one-key.ts';
import type { Round } from '../../../lib/model/round.ts';
import { aRound } from '../../helpers/rounds.ts';

async function* someRounds(): AsyncGenerator<Round> {
  yield aRound();
}

it.each([
  ['are given while the key stays', ['a', 'a'], true],
  ['are not all there where another came', ['a', 'b'], false],
])('rounds %s', async (_case, keys, isWhole) => {
  const readPlace = async () => ({
    ...firstPlaces.current,
    keys: { current: keys.shift() ?? null, former: null },
  });

  const reading = Array.fromAsync(underOneKey(readPlace, someRounds()));

  if (isWhole) expect(await reading).toEqual([aRound()]);
  else await expect(reading).rejects.toThrow('anew');
});
