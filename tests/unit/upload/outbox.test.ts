import { describe, expect, it } from 'vitest';
import { deleteOutbox } from '../../../lib/upload/database.ts';
import { noUploadStatus } from '../../../lib/upload/status.ts';
import { at } from '../../helpers/clock.ts';
import { useOutbox } from '../../helpers/outbox.ts';

const openOutbox = useOutbox();
const all = ['logs', 'metrics'];
const asItWas = <Status>(status: Status) => status;

describe('the outbox', () => {
  it('gives the rounds that wait, the oldest first', async () => {
    const outbox = await openOutbox();

    await outbox.add({ id: 'b', startedAt: at(20) });
    await outbox.add({ id: 'c', startedAt: at(30) });
    await outbox.add({ id: 'a', startedAt: at(10) });

    expect(await outbox.waiting()).toEqual([
      { id: 'a', startedAt: at(10) },
      { id: 'b', startedAt: at(20) },
      { id: 'c', startedAt: at(30) },
    ]);
    expect(await outbox.waiting(2)).toHaveLength(2);
  });

  it('holds nothing but the id and the time of a round', async () => {
    const outbox = await openOutbox();

    await outbox.add({ id: 'a', startedAt: at(10), services: ['chat'] } as never);

    expect(await outbox.waiting()).toEqual([{ id: 'a', startedAt: at(10) }]);
  });

  it('is the same for another context, and after it was opened anew', async () => {
    const [outbox, other] = [await openOutbox(), await openOutbox()];

    await outbox.add({ id: 'a', startedAt: at(10) });
    outbox.close();

    expect(await other.count()).toBe(1);
    expect(await (await openOutbox()).count()).toBe(1);
  });

  it('keeps what is known of a round that is added again', async () => {
    const outbox = await openOutbox();
    await outbox.add({ id: 'a', startedAt: at(10) });
    await outbox.settlePart(['a'], { part: 'logs', all, accepted: true }, asItWas);

    await outbox.add({ id: 'a', startedAt: at(10) });

    expect(await outbox.waiting()).toEqual([{ id: 'a', startedAt: at(10), done: ['logs'] }]);
  });

  it('drops the oldest round where more than 3,000 wait, and counts it', async () => {
    const outbox = await openOutbox();
    for (let n = 0; n < 3_000; n += 1) await outbox.add({ id: `${n}`, startedAt: at(n) });
    expect(await outbox.status()).toEqual(noUploadStatus);

    await outbox.add({ id: 'one more', startedAt: at(3_000) });

    const [oldest] = await outbox.waiting(1);
    expect(oldest?.id).toBe('1');
    expect(await outbox.count()).toBe(3_000);
    expect((await outbox.status()).dropped).toBe(1);
  });

  it('settles rounds and changes the status in one transaction', async () => {
    const outbox = await openOutbox();
    await outbox.add({ id: 'a', startedAt: at(10) });
    await outbox.add({ id: 'b', startedAt: at(20) });

    const failing = outbox.settle(['a'], () => {
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await outbox.count()).toBe(2);

    await outbox.settle(['a'], (status) => ({ ...status, gone: 1 }));
    expect(await outbox.waiting()).toEqual([{ id: 'b', startedAt: at(20) }]);
    expect(await outbox.status()).toEqual({ ...noUploadStatus, gone: 1 });
  });

  it('lets a round wait until all its parts are over', async () => {
    const outbox = await openOutbox();
    await outbox.add({ id: 'a', startedAt: at(10) });
    await outbox.add({ id: 'b', startedAt: at(20) });

    await outbox.settlePart(['a', 'b'], { part: 'logs', all, accepted: true }, asItWas);
    expect(await outbox.count()).toBe(2);
    await outbox.settlePart(['a'], { part: 'metrics', all, accepted: true }, asItWas);
    await outbox.settlePart(['b'], { part: 'metrics', all, accepted: false }, asItWas);

    expect(await outbox.count()).toBe(0);
    expect(await outbox.status()).toEqual({ ...noUploadStatus, delivered: 1, dropped: 1 });
  });

  it('counts no round twice that made room while it was sent', async () => {
    const outbox = await openOutbox();

    await outbox.settlePart(['left'], { part: 'logs', all: ['logs'], accepted: true }, asItWas);

    expect(await outbox.status()).toEqual(noUploadStatus);
  });

  it('forgets everything, although another context has it open', async () => {
    const outbox = await openOutbox();
    await outbox.add({ id: 'a', startedAt: at(10) });

    await deleteOutbox();

    expect(await (await openOutbox()).count()).toBe(0);
  });
});
