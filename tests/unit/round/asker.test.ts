import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../lib/model/attempt.ts';
import { createAsker, type Question } from '../../../lib/round/asker.ts';
import type { SlotRequest } from '../../../lib/round/limits.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { anObservation } from '../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../helpers/round-world.ts';

const question: Question = { purpose: 'sentinel', url: 'https://chat.example/', timeoutMs: 5_000 };

function anAsker(respond?: Respond) {
  const slots: SlotRequest[] = [];
  const waits: number[] = [];
  const { tools } = aRoundWorld(respond, {
    limits: {
      run(slot, task) {
        slots.push(slot);
        return task();
      },
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  const { signal } = new AbortController();
  return { asker: createAsker({ ...tools, signal }), slots, waits };
}

/** An attempt log in memory. */
function aLog(attempts: Attempt[] = []) {
  return {
    attempts: () => attempts,
    add: async (attempt: Attempt) => {
      attempts.push(attempt);
    },
  };
}

describe('a request', () => {
  it.each([
    ['https://chat.example/a', 'chat.example'],
    ['https://chat.example/b', 'chat.example'],
    ['http://chat.example/c', 'http://chat.example/c'],
  ])('to %s is spaced from others to %s', async (url, host) => {
    const { asker, slots } = anAsker();

    await asker.ask({ ...question, url });

    expect(slots).toEqual([{ host, priority: 1 }]);
  });

  it('over a WebSocket is spaced from those over HTTPS', async () => {
    const { asker, slots } = anAsker();

    await asker.openSocket({ purpose: 'other', url: 'wss://chat.example/ws', timeoutMs: 1 });

    expect(slots).toEqual([{ host: 'chat.example', priority: 3 }]);
  });

  it('for a control has priority over all others', async () => {
    const { asker, slots } = anAsker();
    const purposes = ['transfer', 'route', 'essential', 'recheck', 'control'] as const;

    for (const purpose of purposes) await asker.ask({ ...question, purpose });

    expect(slots.map(({ priority }) => priority)).toEqual([4, 3, 2, 1, 0]);
  });

  it.each([
    ['https://1.1.1.1/', '1.1.1.1'],
    ['https://[2606:4700::1111]/', '2606:4700::1111'],
    ['https://chat.example/', null],
  ])('that failed to %s has the address %s', async (url, remoteIp) => {
    const { asker } = anAsker(() => ({ remoteIp: null }));

    expect((await asker.ask({ ...question, url })).remoteIp).toBe(remoteIp);
  });

  it('is not sent if it is no longer needed', async () => {
    const { asker } = anAsker(() => {
      throw new Error('sent');
    });

    const answer = await asker.askIfNeeded(
      question,
      () => false,
      () => 'read',
    );

    expect(answer).toBeNull();
  });
});

describe('an attempt', () => {
  const { n: _n, ...seen } = anAttempt();

  it('gets the next number of its log', async () => {
    const { asker } = anAsker();
    const log = aLog([anAttempt({ n: 1 })]);

    const attempt = await asker.attempt(log, async () => seen);

    expect(attempt.n).toBe(2);
    expect(log.attempts()).toHaveLength(2);
  });

  it('is made once by default', async () => {
    const { asker, waits } = anAsker();
    const log = aLog();

    await asker.attempt(log, async () => ({ ...seen, valid: false }));

    expect(log.attempts()).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('is repeated until one is final', async () => {
    const { asker, waits } = anAsker();
    const log = aLog();

    const last = await asker.attempt(
      log,
      async () => ({ ...seen, valid: log.attempts().length === 2 }),
      ({ valid }) => valid,
    );

    expect(last).toMatchObject({ n: 3, valid: true });
    expect(log.attempts().map(({ n, valid }) => [n, valid])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(waits).toEqual([600, 600]);
  });

  it('is repeated at most three times', async () => {
    const { asker } = anAsker();
    const log = aLog();

    await asker.attempt(
      log,
      async () => ({ ...seen, valid: false }),
      () => false,
    );

    expect(log.attempts()).toHaveLength(4);
  });

  it.each([
    { code: 'net::ERR_TUNNEL_CONNECTION_FAILED', after: [], attempts: 3 },
    { code: 'net::ERR_BLOCKED_BY_ADMINISTRATOR', after: [], attempts: 3 },
    // At another address of the target, after three at its first one.
    { code: 'net::ERR_TUNNEL_CONNECTION_FAILED', after: [1, 2, 3], attempts: 4 },
    { code: 'net::ERR_FAILED', after: [], attempts: 4 },
  ])(
    'that ends with $code after $after.length others makes $attempts in all',
    async ({ code, after, attempts }) => {
      const { asker } = anAsker();
      const refused = { ...seen, ok: false, valid: false, browserError: code };
      const log = aLog(after.map((n) => ({ ...refused, n })));

      await asker.attempt(
        log,
        async () => refused,
        ({ valid }) => valid,
      );

      expect(log.attempts()).toHaveLength(attempts);
    },
  );

  it('can use the answers to requests', async () => {
    const { asker } = anAsker(() => anObservation({ httpStatus: 404 }));
    const log = aLog();

    await asker.attempt(log, async () => {
      const { httpStatus } = await asker.ask(question);
      return { ...seen, httpStatus };
    });

    expect(log.attempts()).toMatchObject([{ n: 1, httpStatus: 404 }]);
  });
});
