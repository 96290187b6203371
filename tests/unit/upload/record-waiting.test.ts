import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordWaiting } from '../../../lib/upload/record-waiting.ts';
import { at } from '../../helpers/clock.ts';
import { useOutbox } from '../../helpers/outbox.ts';

const openOutbox = useOutbox();
const round = { id: 'a', startedAt: at(10) };
const full = new DOMException('no room', 'QuotaExceededError');

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a round that is recorded', () => {
  it('waits before, so that a browser killed right after it sends it', async () => {
    const outbox = await openOutbox();
    let waiting: unknown;

    await recordWaiting(round, async () => {
      waiting = await outbox.waiting();
    });

    expect(waiting).toEqual([round]);
    expect(await outbox.waiting()).toEqual([round]);
  });

  it('is recorded although it cannot wait', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw full;
    });
    const record = vi.fn(async () => undefined);

    await recordWaiting(round, record);

    expect(opening).toHaveBeenCalledOnce();
    expect(record).toHaveBeenCalledOnce();
  });
});

describe('a round that cannot be recorded', () => {
  const fails = () => Promise.reject(full);

  it('does not wait, and says why', async () => {
    const outbox = await openOutbox();

    await expect(recordWaiting(round, fails)).rejects.toBe(full);

    expect(await outbox.count()).toBe(0);
  });

  it('goes on waiting where its states were recorded before its labels', async () => {
    const outbox = await openOutbox();
    await recordWaiting(round, async () => undefined);

    await expect(recordWaiting(round, fails)).rejects.toBe(full);

    expect(await outbox.waiting()).toEqual([round]);
  });
});
