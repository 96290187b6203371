import { describe, expect, it } from 'vitest';
import { anyOf } from '../../../lib/round/any-of.ts';

const pending = new Promise<boolean>(() => undefined);
const no = async () => false;
const yes = async () => true;

describe('any of several checks', () => {
  it('is true as soon as one is, while others are pending', async () => {
    expect(await anyOf([no(), pending, yes()])).toBe(true);
  });

  it('is false once none is', async () => {
    expect(await anyOf([no(), no()])).toBe(false);
    expect(await anyOf([])).toBe(false);
  });

  it('rejects where one does before that', async () => {
    await expect(anyOf([pending, Promise.reject(new Error('over'))])).rejects.toThrow('over');
  });
});
