import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBundle, unpackBundle } from '../../../../lib/history/kept/bundle.ts';
import {
  countOf,
  keysBetween,
  lastNumberOf,
  openPiece,
  sealPiece,
} from '../../../../lib/history/kept/piece.ts';
import { aSeal } from '../../../helpers/history.ts';

const anyRounds = fc
  .uniqueArray(fc.integer({ min: -5, max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 64 })
  .chain((numbers) =>
    fc
      .array(fc.uint8Array({ maxLength: 60 }), {
        minLength: numbers.length,
        maxLength: numbers.length,
      })
      .map((all) =>
        numbers
          .toSorted((one, other) => one - other)
          .map((number, index) => ({ number, packed: new Uint8Array(all[index] ?? []) })),
      ),
  );

describe('a bundle', () => {
  it('gives back its rounds', () => {
    fc.assert(
      fc.property(anyRounds, (rounds) => {
        expect(unpackBundle(packBundle(rounds))).toEqual(rounds);
      }),
    );
  });

  it('that is cut has other rounds, or none', () => {
    fc.assert(
      fc.property(anyRounds, fc.nat(), (rounds, length) => {
        const bundle = packBundle(rounds);
        const cut = bundle.slice(0, length % bundle.length);

        expect(unpackBundle(cut)).not.toEqual(rounds);
      }),
    );
  });

  it('of a later version is not opened', () => {
    const bundle = packBundle([{ number: 1, packed: new Uint8Array([7]) }]);
    bundle[0] = 0b10_111;

    expect(unpackBundle(bundle)).toBeUndefined();
  });

  it('tells by its key where it ends, and how many rounds it has', async () => {
    const seal = await aSeal();
    await fc.assert(
      fc.asyncProperty(anyRounds, async (rounds) => {
        const bundle = await sealPiece(seal, 'sealedBundles', rounds);

        const last = rounds.at(-1)?.number ?? 0;
        expect(lastNumberOf(bundle)).toBe(last);
        expect(countOf(bundle.key)).toBe(rounds.length);
        expect(keysBetween('sealedBundles', last - 1, last + 1).includes(bundle.key)).toBe(true);
        expect(keysBetween('sealedBundles', -Infinity, last).includes(bundle.key)).toBe(false);
        expect(keysBetween('sealedBundles', last, Infinity).includes(bundle.key)).toBe(false);
        expect(await openPiece(seal, bundle)).toEqual(rounds);
        expect(await openPiece(await aSeal(), bundle)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});
