import { vi } from 'vitest';

/**
 * Runs a step while one write of the database fails, counted from 1. Whether it came to its end before that; rejects
 * where it failed before that.
 */
export async function withFailingWrite(
  failing: number,
  step: () => Promise<unknown>,
): Promise<boolean> {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its object
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    writes += 1;
    if (writes === failing) throw new DOMException('The disk is full.', 'QuotaExceededError');
    return put.apply(this, given);
  });
  try {
    await step();
  } catch (error) {
    if (writes < failing) throw error;
  } finally {
    spy.mockRestore();
  }
  return writes < failing;
}
