import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLast } from '../../../../lib/history/kept/end.ts';
import { sealPiece } from '../../../../lib/history/kept/piece.ts';
import { createRoundReader } from '../../../../lib/history/kept/read-rounds.ts';
import { removalOf } from '../../../../lib/history/kept/removal.ts';
import { countKept } from '../../../../lib/history/kept/size.ts';
import { walkPacked, walkRounds } from '../../../../lib/history/kept/walk.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { useHistory } from '../../../helpers/history.ts';
import { aRound } from '../../../helpers/rounds.ts';

const open = useHistory();

/** One number stands for a record by how many rounds it holds; 0: for one that is no bundle. */
const anyLengths = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 33 }), fc.constant(32)),
  { maxLength: 70 },
);

/** Gaps between the numbers of rounds, and where they begin. */
const anyShape = fc.record({
  lengths: anyLengths,
  first: fc.integer({ min: -3, max: 1 }),
  gaps: fc.array(fc.nat({ max: 2 }), { maxLength: 10 }),
});

interface Shape {
  lengths: number[];
  first: number;
  gaps: number[];
}

/** Writes rounds, in no other bundles than these, and returns their numbers. */
async function write(history: WritableHistory, { lengths, first, gaps }: Shape): Promise<number[]> {
  const { database, seal } = history;
  for (const store of ['sealedRounds', 'sealedBundles'] as const) await database.clear(store);
  const numbers: number[] = [];
  let next = first;
  const take = () => {
    const number = next;
    next += 1 + (gaps[numbers.length % Math.max(1, gaps.length)] ?? 0);
    numbers.push(number);
    return { number, packed: new Uint8Array([0]) };
  };
  for (const length of lengths) {
    const rounds = Array.from({ length: Math.max(1, length) }, take);
    const store = length === 0 ? 'sealedRounds' : 'sealedBundles';
    const { key, record } = await sealPiece(seal, store, rounds);
    await database.put(store, record, key);
  }
  return numbers;
}

async function numbersOf(walk: AsyncIterable<{ number: number }>): Promise<number[]> {
  return Array.fromAsync(walk, ({ number }) => number);
}

describe('a walk over rounds', () => {
  it('sees each of them once, in order, wherever it begins', { timeout: 120_000 }, async () => {
    const history = await open();
    await fc.assert(
      fc.asyncProperty(
        anyShape,
        fc.constantFrom(1, 8, 32, 64),
        fc.option(fc.integer({ min: -4, max: 120 })),
        async (shape, atOnce, beyond) => {
          const numbers = await write(history, shape);
          const up = numbers.filter((number) => beyond === null || number > beyond);
          const down = numbers.filter((number) => beyond === null || number < beyond).toReversed();

          const walk = { atOnce, beyond };
          expect(await numbersOf(walkPacked(history, { from: 'oldest', ...walk }))).toEqual(up);
          expect(await numbersOf(walkPacked(history, { from: 'newest', ...walk }))).toEqual(down);
          expect(await countKept(history.database)).toBe(numbers.length);
          expect((await readLast(history.database))?.number).toBe(numbers.at(-1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['oldest', 'newest'] as const)(
    'from the %s sees those once that go into bundles meanwhile',
    async (from) => {
      const history = await open();
      const lengths = Array.from({ length: 100 }, () => 0);
      const anyBundles = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 32 })), {
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(anyBundles, fc.constantFrom(1, 8, 32, 64), async (bundles, atOnce) => {
          const numbers = await write(history, { lengths, first: 1, gaps: [] });
          const left = [...bundles];
          const seen: number[] = [];
          let until = 0;

          for await (const { number } of walkPacked(history, { from, atOnce })) {
            seen.push(number);
            const [pause = Infinity, length = 0] = left[0] ?? [];
            if (seen.length <= until + pause) continue;
            until = seen.length;
            left.shift();
            await putNextInBundle(history, length);
          }

          expect(seen).toEqual(from === 'oldest' ? numbers : numbers.toReversed());
        }),
        { numRuns: 60 },
      );
    },
  );

  it('passes over a bundle that does not open', async () => {
    const history = await open();
    const numbers = await write(history, { lengths: [5, 5, 0, 0], first: 1, gaps: [] });
    const [first = 0] = await history.database.getAllKeys('sealedBundles');
    const broken = { iv: new ArrayBuffer(12), data: new ArrayBuffer(40) };
    await history.database.put('sealedBundles', broken, first);

    const found = await numbersOf(walkPacked(history, { from: 'oldest', atOnce: 8 }));

    expect(found).toEqual(numbers.slice(5));
  });

  it('opens nothing without a key', async () => {
    const history = await open();
    await write(history, { lengths: [3, 0], first: 1, gaps: [] });

    const locked = { ...history, seal: null };
    expect(await numbersOf(walkRounds(locked, { from: 'oldest', atOnce: 8 }))).toEqual([]);
    expect(await numbersOf(walkPacked(locked, { from: 'newest', atOnce: 8 }))).toEqual([]);
  });
});

/** The first single rounds. */
async function putNextInBundle({ database, seal }: WritableHistory, count: number): Promise<void> {
  const numbers = (await database.getAllKeys('sealedRounds')).slice(0, count);
  if (numbers.length === 0) return;
  const rounds = numbers.map((number) => ({ number, packed: new Uint8Array([0]) }));
  const { key, record } = await sealPiece(seal, 'sealedBundles', rounds);
  const transaction = database.transaction(['sealedRounds', 'sealedBundles'], 'readwrite');
  await transaction.objectStore('sealedBundles').put(record, key);
  for (const number of numbers) await transaction.objectStore('sealedRounds').delete(number);
  await transaction.done;
}

describe('some rounds', () => {
  const anySome = anyShape.chain((shape) =>
    fc.record({ shape: fc.constant(shape), chosen: fc.array(fc.boolean(), { maxLength: 50 }) }),
  );

  it('are taken away, and the others stay', { timeout: 120_000 }, async () => {
    const history = await open();
    const { database } = history;
    await fc.assert(
      fc.asyncProperty(anySome, async ({ shape, chosen }) => {
        const numbers = await write(history, shape);
        const isGone = (index: number) => chosen[index % Math.max(1, chosen.length)] === true;
        const gone = numbers.filter((_, index) => isGone(index));

        // Some may be gone before; and they come in any order.
        const last = numbers.at(-1) ?? 0;
        const before = [last + 1, ...Array.from({ length: 150 }, (_, number) => number)].filter(
          (number) => !numbers.includes(number),
        );
        const { writes, deleted } = await removalOf(history, [...gone.toReversed(), ...before]);

        for (const { store, key, record } of writes) await database.put(store, record, key);
        for (const { store, key } of deleted) await database.delete(store, key);
        const left = numbers.filter((_, index) => !isGone(index));
        const walk = walkPacked(history, { from: 'oldest', atOnce: 64 });
        expect(await numbersOf(walk)).toEqual(left);
        expect(await countKept(database)).toBe(left.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are read by their numbers, from bundles and without', async () => {
    const history = await open();
    const { database, seal } = history;
    const rounds = Array.from({ length: 100 }, (_, index) => aRound({ id: `round-${index + 1}` }));
    const packed = await Promise.all(
      rounds.map(async (round, index) => ({
        number: index + 1,
        packed: (await seal.openBytes(await seal.close(round))) as Uint8Array<ArrayBuffer>,
      })),
    );
    for (const [from, to] of [
      [0, 32],
      [40, 72],
    ] as const) {
      const { key, record } = await sealPiece(seal, 'sealedBundles', packed.slice(from, to));
      await database.put('sealedBundles', record, key);
    }
    for (const one of [...packed.slice(32, 40), ...packed.slice(72)]) {
      const { key, record } = await sealPiece(seal, 'sealedRounds', [one]);
      await database.put('sealedRounds', record, key);
    }
    const read = createRoundReader(history);
    const ids = async (...numbers: number[]) =>
      Array.fromAsync(read(numbers), ({ number, round }) => [number, round.id]);

    expect(await ids(3)).toEqual([[3, 'round-3']]);
    expect(await ids(1, 32, 33, 41, 72, 73, 100)).toEqual(
      [1, 32, 33, 41, 72, 73, 100].map((number) => [number, `round-${number}`]),
    );
    expect(await ids(0, 50, 101)).toEqual([[50, 'round-50']]);
    expect(await ids(...packed.map(({ number }) => number))).toHaveLength(100);
  });
});
