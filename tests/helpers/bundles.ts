import { sealPiece } from '../../lib/history/kept/piece.ts';
import type { WritableHistory } from '../../lib/history/open.ts';
import type { Sealed } from '../../lib/history/seal.ts';

/** Puts single rounds into bundles of such lengths, the first ones first; where one is 0, the next round stays single. */
export async function putInBundles(
  { database, seal }: WritableHistory,
  lengths: readonly number[],
): Promise<void> {
  const numbers = await database.getAllKeys('sealedRounds');
  for (const length of lengths) {
    const some = numbers.splice(0, Math.max(1, length));
    if (length === 0 || some.length === 0) continue;
    const rounds = await Promise.all(
      some.map(async (number) => {
        const sealed = (await database.get('sealedRounds', number)) as Sealed;
        const packed = await seal.openBytes(sealed);
        if (packed === undefined) throw new Error(`Round ${number} does not open.`);
        return { number, packed };
      }),
    );
    const { key, record } = await sealPiece(seal, 'sealedBundles', rounds);
    await database.put('sealedBundles', record, key);
    for (const number of some) await database.delete('sealedRounds', number);
  }
}
