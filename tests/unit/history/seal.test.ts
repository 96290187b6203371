import { describe, expect, it } from 'vitest';
import { quickPacking } from '../../../lib/history/quick-packing.ts';
import { createSeal, newKey, type Seal } from '../../../lib/history/seal.ts';
import { aSeal } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const key = newKey();

describe('a seal', () => {
  it('opens what it has closed, and nothing of it can be read', async () => {
    const seal = await aSeal();

    const sealed = await seal.close(aRound());

    expect(await seal.open(sealed)).toEqual(aRound());
    expect(Buffer.from(sealed.data).includes('dozvon')).toBe(false);
  });

  it.each([0, 70_000])(
    'closes as it is, which opens like any other: %d letters more',
    async (length) => {
      const seal = await aSeal();
      const value = { id: 'ж'.repeat(length), more: [1, null] };

      const sealed = await seal.closeAsIs(value);

      expect(sealed.data.byteLength).toBeGreaterThan(Buffer.byteLength(JSON.stringify(value)));
      expect(await seal.open(sealed)).toEqual(value);
      const quick = (await createSeal({ current: key, former: null }, quickPacking)) as Seal;
      expect(await quick.open(await (await aSeal(key)).closeAsIs(value))).toEqual(value);
    },
  );

  it('closes the same value differently each time', async () => {
    const seal = await aSeal();

    const [one, other] = [await seal.close('same'), await seal.close('same')];

    expect(Buffer.from(one.iv)).not.toEqual(Buffer.from(other.iv));
    expect(Buffer.from(one.data)).not.toEqual(Buffer.from(other.data));
  });

  it('opens nothing under another key, and nothing that was changed', async () => {
    const seal = await aSeal();
    const sealed = await seal.close(aRound());
    const changed = new Uint8Array(sealed.data.slice(0));
    changed[3] = (changed[3] ?? 0) ^ 1;

    expect(await (await aSeal()).open(sealed)).toBeUndefined();
    expect(await seal.open({ ...sealed, data: changed.buffer })).toBeUndefined();
  });

  it('opens with the former key too, and closes with the current one', async () => {
    const [current, former] = [newKey(), newKey()];
    const both = (await createSeal({ current, former })) as Seal;

    expect(await both.open(await (await aSeal(former)).close('old'))).toBe('old');
    expect(await (await aSeal(current)).open(await both.close('new'))).toBe('new');
    expect([both.isMoving, (await aSeal(current)).isMoving]).toEqual([true, false]);
  });

  it('does not exist without a key', async () => {
    expect(await createSeal({ current: null, former: null })).toBeNull();
  });
});

it('makes keys of 32 bytes, none like the other', () => {
  const [one, other] = [newKey(), newKey()];

  expect(Buffer.from(one, 'base64')).toHaveLength(32);
  expect(one).not.toBe(other);
});
