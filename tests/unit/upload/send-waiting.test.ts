import { describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import { createRequests } from '../../../lib/upload/requests.ts';
import { noUploadStatus } from '../../../lib/upload/status.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { at } from '../../helpers/clock.ts';
import { aRound, aServiceResult, aTargetResult } from '../../helpers/rounds.ts';
import { someOtlp, someUpload } from '../../helpers/upload-settings.ts';
import { roundsOf, slowRounds, useUploadWorld } from './upload-world.ts';

const aWorld = useUploadWorld();

/** Rounds, a quarter of an hour apart, of a service each, with one attempt. */
function someRounds(count: number) {
  return Array.from({ length: count }, (_, index) =>
    aRound({
      id: `round-${index}`,
      startedAt: at(900 * index),
      services: [aServiceResult({ targets: [aTargetResult({ attempts: [anAttempt()] })] })],
    }),
  );
}

/** Two rounds that take so many bytes in one request, in JSON. */
function roundsOfBytes(bytes: number): Round[] {
  const [round, more] = someRounds(2) as [Round, Round];
  const withError = (browserError: string) => {
    const targets = [aTargetResult({ attempts: [anAttempt({ browserError })] })];
    return [{ ...round, services: [aServiceResult({ targets })] }, more];
  };
  const create = createRequests(someUpload(someOtlp({ signals: ['logs'] })));
  const [request] = create(withError('a'), { dropped: 0 });
  return withError('a'.repeat(1 + bytes - (request?.body?.length ?? 0)));
}

const idsOf = (rounds: readonly { id: string }[]) => rounds.map(({ id }) => id);

describe('what waits', () => {
  it('is sent from the oldest to the newest, some rounds a request', async () => {
    const rounds = someRounds(40);
    const world = await aWorld(rounds);

    expect(await world.send()).toEqual({ againInMs: null });

    expect(roundsOf(world.taken)).toEqual(idsOf(rounds));
    expect(world.taken).toHaveLength(3);
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toEqual({
      ...noUploadStatus,
      delivered: 40,
      deliveredAt: at(0),
      held: {},
    });
  });

  it.each([
    [1_000_000, 1],
    [1_000_001, 2],
  ])('of %d bytes before it is packed is sent in %d requests', async (bytes, requests) => {
    const world = await aWorld(roundsOfBytes(bytes), { encoding: 'json' });

    await world.send();

    expect(world.taken).toHaveLength(requests);
  });

  it('is sent packed, with what the settings name, and without marks', async () => {
    const world = await aWorld(someRounds(1), {
      authorization: 'Basic eDp5',
      encoding: 'protobuf',
    });

    await world.send();

    expect(world.taken[0]?.headers).toMatchObject({
      authorization: 'Basic eDp5',
      'content-type': 'application/x-protobuf',
      'content-encoding': 'gzip',
    });
    const marks = new Set(['cookie', 'referer', 'origin']);
    const sent = Object.keys(world.taken[0]?.headers ?? {});
    expect(sent.filter((name) => marks.has(name))).toEqual([]);
  });

  it.each(['json', 'protobuf'] as const)(
    'is sent as the preview shows it: %s',
    async (encoding) => {
      const world = await aWorld(someRounds(1), { signals: ['logs', 'metrics'], encoding });
      const sent: { url: unknown; method: unknown; headers: unknown; body: Uint8Array }[] = [];

      await world.send({
        async fetch(url, init) {
          const body = await unpacked(init);
          sent.push({ url, method: init?.method, headers: init?.headers, body });
          return await fetch(url, init);
        },
      });

      const shown = createRequests(someUpload(world.draft))(world.history, { dropped: 0 });
      expect(sent).toEqual(
        shown.map(({ url, method, headers, body }) => ({ url, method, headers, body })),
      );
    },
  );

  it('is sent without cookies, and to no other address', async () => {
    const world = await aWorld(someRounds(1));
    const options: (RequestInit | undefined)[] = [];

    await world.send({
      fetch(input, init) {
        options.push(init);
        return fetch(input, init);
      },
    });

    expect(options).toEqual([
      expect.objectContaining({
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      }),
    ]);
  });

  it('is not asked for where nothing waits', async () => {
    const world = await aWorld([]);

    expect(await world.send()).toEqual({ againInMs: null });
    expect(world.stub.requests).toBe(0);
  });

  it('is not sent where it is from before this upload', async () => {
    const rounds = someRounds(2);
    const world = await aWorld(rounds);

    await world.send({ settings: { ...someUpload(world.draft), since: at(450) } });

    expect(roundsOf(world.taken)).toEqual(['round-1']);
    expect(await world.outbox.count()).toBe(0);
  });

  it('is not sent where a person has deleted it since, and is counted', async () => {
    const world = await aWorld(someRounds(4));
    world.history.splice(1, 2);

    await world.send();

    expect(roundsOf(world.taken)).toEqual(['round-0', 'round-3']);
    expect(await world.outbox.status()).toMatchObject({ delivered: 2, gone: 2 });
    expect(await world.outbox.count()).toBe(0);
  });

  it('is sent in smaller requests where rounds are large', async () => {
    const attempts = Array.from({ length: 400 }, (_, n) => anAttempt({ n }));
    const rounds = someRounds(6).map((round) => ({
      ...round,
      services: [aServiceResult({ targets: [aTargetResult({ attempts })] })],
    }));
    const world = await aWorld(rounds);

    await world.send();

    expect(roundsOf(world.taken)).toEqual(idsOf(rounds));
    expect(world.taken.length).toBeGreaterThan(1);
  });
});

describe('of two signals', () => {
  it('each is sent, and the rounds wait no longer', async () => {
    const world = await aWorld(someRounds(2), { signals: ['logs', 'metrics'] });

    await world.send();

    expect(world.taken.map(({ path }) => path)).toEqual(['/v1/logs', '/v1/metrics']);
    expect(await world.outbox.status()).toMatchObject({ delivered: 2 });
  });

  it.each([
    ['/v1/logs', '/v1/metrics', [{ kind: 'status', status: 404 }]],
    ['/v1/metrics', '/v1/logs', [null, { kind: 'status', status: 404 }]],
  ] as const)('%s, which failed, is sent again, and %s is not', async (failed, other, faults) => {
    const world = await aWorld(someRounds(2), { signals: ['logs', 'metrics'] });
    world.faults.push(...faults);

    await world.send();
    expect(world.taken.map(({ path }) => path)).toEqual([other]);
    expect(await world.outbox.status()).toMatchObject({ delivered: 0, problem: { status: 404 } });

    world.clock.ms += 86_400_000;
    await world.send();
    expect(world.taken.map(({ path }) => path)).toEqual([other, failed]);
    expect(await world.outbox.status()).toMatchObject({ delivered: 2, problem: null });
  });

  it('the other is tried where one gets no answer, and both wait then', async () => {
    const world = await aWorld(someRounds(1), { signals: ['logs', 'metrics'] });
    world.faults.push({ kind: 'status', status: 503 });

    expect(await world.send()).toEqual({ againInMs: 15_000 });

    expect(world.taken.map(({ path }) => path)).toEqual(['/v1/metrics']);
    expect(await world.outbox.status()).toMatchObject({ failures: 1, problem: { status: 503 } });
  });

  it('one that the endpoint does not know does not hold up the other', async () => {
    const rounds = someRounds(4);
    const world = await aWorld([], { signals: ['logs', 'metrics'] });
    world.history.push(...rounds);
    const asked: string[] = [];
    const prometheus: typeof fetch = async (url, init) => {
      asked.push((url as string).replace(/.*\/v1/, ''));
      return asked.at(-1) === '/logs' ? new Response(null, { status: 404 }) : fetch(url, init);
    };

    const ends: (number | null)[] = [];
    for (const round of rounds) {
      await world.outbox.add(round);
      ends.push((await world.send({ fetch: prometheus })).againInMs);
      world.clock.ms += 900_000;
    }

    expect(asked).toEqual(['/logs', '/metrics', '/metrics', '/metrics', '/metrics']);
    expect(ends).toEqual([null, null, null, null]);
    expect(await world.outbox.status()).toMatchObject({
      failures: 0,
      notBefore: null,
      problem: { kind: 'status', status: 404, at: at(0) },
    });

    world.clock.ms = 6 * 3_600_000;
    expect(await world.send()).toEqual({ againInMs: null });
    expect(await world.outbox.status()).toMatchObject({ delivered: 4, problem: null, held: {} });
  });

  it('none is sent for hours where the endpoint knows neither', async () => {
    const world = await aWorld(someRounds(1), { signals: ['logs', 'metrics'] });
    world.faults.push({ kind: 'status', status: 404 }, { kind: 'status', status: 404 });
    const heldMs = 6 * 3_600_000 * 0.875;

    expect(await world.send()).toEqual({ againInMs: heldMs });
    world.clock.ms = heldMs - 1;
    expect(await world.send()).toEqual({ againInMs: 1 });

    expect(world.stub.requests).toBe(2);
    expect(await world.outbox.status()).toMatchObject({ failures: 1, problem: { status: 404 } });
  });

  it('nothing waits for one that is no longer sent', async () => {
    const world = await aWorld(someRounds(2), { signals: ['logs', 'metrics'] });
    world.faults.push(null, { kind: 'status', status: 404 });
    await world.send();

    world.clock.ms += 86_400_000;
    world.draft = someOtlp({ url: world.stub.url, signals: ['logs'] });

    expect(await world.send()).toEqual({ againInMs: null });
    expect(await world.outbox.count()).toBe(0);
    expect(world.taken).toHaveLength(1);
  });
});

describe('partial success', () => {
  it.each(['json', 'protobuf'] as const)(
    'is counted, and nothing sent again: %s',
    async (encoding) => {
      const world = await aWorld(someRounds(3), { encoding });
      world.faults.push({ kind: 'partial', rejects: 4 });

      expect(await world.send()).toEqual({ againInMs: null });

      expect(world.taken[0]?.refused.records).toHaveLength(4);
      expect(world.taken[0]?.records).toHaveLength(2);
      expect(world.stub.requests).toBe(1);
      expect(await world.outbox.status()).toMatchObject({
        refused: 4,
        delivered: 3,
        problem: null,
      });
    },
  );

  it.each([
    ['"999"', 2],
    ['-1', 0],
    ['"many"', 0],
  ])('is counted as far as it can be true: %s', async (rejectedLogRecords, refused) => {
    const world = await aWorld(someRounds(1));
    const body = `{"partialSuccess":{"rejectedLogRecords":${rejectedLogRecords}}}`;

    await world.send({ fetch: async () => new Response(body) });

    expect(await world.outbox.status()).toMatchObject({ refused, delivered: 1 });
  });

  it('of metrics is counted too', async () => {
    const world = await aWorld(someRounds(1), { signals: ['metrics'] });
    world.faults.push({ kind: 'partial', rejects: 5 });

    await world.send();

    expect(await world.outbox.status()).toMatchObject({ refused: 5, delivered: 1 });
  });
});

describe('an endpoint that asks to wait', () => {
  it.each([
    [429, '120', 120_000],
    [503, 'Wed, 25 Nov 2026 12:10:00 GMT', 600_000],
    [503, '999999999', 86_400_000],
  ])('is left alone for so long: %d, %s', async (status, retryAfter, askedMs) => {
    const world = await aWorld(someRounds(1));
    world.faults.push({ kind: 'status', status, retryAfter });

    expect(await world.send()).toEqual({ againInMs: askedMs + 15_000 });
    world.clock.ms = askedMs;
    expect(await world.send()).toEqual({ againInMs: 15_000 });
    expect(world.stub.requests).toBe(1);
    expect(await world.outbox.status()).toMatchObject({
      failures: 1,
      problem: { kind: 'status', status, at: at(0) },
    });

    world.clock.ms += 15_000;
    expect(await world.send()).toEqual({ againInMs: null });
    expect(await world.outbox.status()).toMatchObject({
      delivered: 1,
      failures: 0,
      notBefore: null,
      problem: null,
    });
  });

  it('is sent no other signal meanwhile', async () => {
    const world = await aWorld(someRounds(1), { signals: ['logs', 'metrics'] });
    world.faults.push({ kind: 'status', status: 429, retryAfter: '60' });

    await world.send();

    expect(world.stub.requests).toBe(1);
  });
});

describe('a failing endpoint', () => {
  it('is tried ever more rarely', async () => {
    const world = await aWorld(someRounds(1));
    const waits: (number | null)[] = [];

    for (let n = 0; n < 12; n += 1) {
      world.faults.push({ kind: 'status', status: 502 });
      const { againInMs } = await world.send();
      waits.push(againInMs);
      world.clock.ms += againInMs ?? 0;
    }

    expect(waits.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(waits.slice(-2)).toEqual([10_800_000, 10_800_000]);
    expect(await world.outbox.count()).toBe(1);
    expect(await world.outbox.status()).toMatchObject({ failures: 12, dropped: 0 });
  });

  it.each([401, 403, 404, 405, 415, 500])(
    'keeps its records until a person mends it: %d',
    async (status) => {
      const world = await aWorld(someRounds(20));
      world.faults.push({ kind: 'status', status });

      expect(await world.send()).toEqual({ againInMs: 6 * 3_600_000 * 0.875 });

      expect(await world.outbox.count()).toBe(20);
      expect(world.stub.requests).toBe(1);
      expect((await world.outbox.status()).problem).toEqual({ kind: 'status', status, at: at(0) });
    },
  );

  it('that cannot be reached is a problem of its own', async () => {
    const world = await aWorld(someRounds(1));
    await world.stub.close();

    expect(await world.send()).toEqual({ againInMs: 15_000 });

    expect((await world.outbox.status()).problem).toEqual({ kind: 'unreachable', at: at(0) });
  });

  it('that never answers is given up after its time', async () => {
    const world = await aWorld(someRounds(1));
    const deadline = new AbortController();
    const asked: number[] = [];
    world.faults.push({ kind: 'slow', stored: false });

    await world.send({
      timeout(ms) {
        asked.push(ms);
        return deadline.signal;
      },
      fetch(...given) {
        const answer = fetch(...given);
        deadline.abort();
        return answer;
      },
    });

    expect(asked).toEqual([10_000]);
    expect((await world.outbox.status()).problem).toEqual({ kind: 'slow', at: at(0) });
    expect(await world.outbox.count()).toBe(1);
  });

  it.each([
    ['something else in its place', { kind: 'portal' }, 'answer'],
    ['an answer without an end', { kind: 'endless' }, 'answer'],
    ['a cut answer', { kind: 'cut', stored: false }, 'unreachable'],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'unreachable'],
  ] as const)('is believed nothing: %s', async (_name, fault, kind) => {
    const world = await aWorld(someRounds(1));
    world.faults.push(fault);

    expect(await world.send()).toEqual({ againInMs: 15_000 });

    expect((await world.outbox.status()).problem?.kind).toBe(kind);
    expect(await world.outbox.status()).toMatchObject({ delivered: 0 });
  });

  it('that answers no protobuf to protobuf is believed nothing', async () => {
    const world = await aWorld(someRounds(1), { encoding: 'protobuf' });

    await world.send({
      fetch: async () =>
        new Response('not protobuf', { headers: { 'content-type': 'text/plain' } }),
    });

    expect((await world.outbox.status()).problem?.kind).toBe('answer');
  });
});

describe('a round that the endpoint never takes', () => {
  it.each([400, 413])('is found, dropped and counted, and the others go on: %d', async (status) => {
    const rounds = someRounds(20);
    const world = await aWorld(rounds);
    const refused = ['round-5', 'round-12'];
    const refuse = (body: string) => refused.some((id) => body.includes(`"${id}"`));

    await world.send({ fetch: refusing(refuse, status) });

    // From the oldest to the newest, as no round in between was in doubt.
    expect(roundsOf(world.taken)).toEqual(idsOf(rounds).filter((id) => !refused.includes(id)));
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({
      delivered: 18,
      dropped: 2,
      refused: 4,
      problem: { kind: 'status', status },
    });
  });

  it('is not looked for in one after the other where the endpoint takes nothing', async () => {
    const world = await aWorld(someRounds(20));

    expect(await world.send({ fetch: refusing(() => true, 400) })).toEqual({ againInMs: 15_000 });

    expect(await world.outbox.status()).toMatchObject({ delivered: 0, dropped: 0 });
    expect(await world.outbox.count()).toBe(20);
  });

  it('is not seen in one that waits alone, check after check, where the endpoint takes nothing', async () => {
    const rounds = someRounds(5);
    const world = await aWorld([]);
    for (const round of rounds) {
      world.history.push(round);
      await world.outbox.add(round);
      await world.send({ fetch: refusing(() => true, 400) });
      world.clock.ms += 6 * 3_600_000;
    }
    expect(await world.outbox.status()).toMatchObject({
      dropped: 0,
      problem: { kind: 'status', status: 400 },
    });

    // Somebody has mended the endpoint.
    await world.send();

    expect(roundsOf(world.taken)).toEqual(idsOf(rounds));
    expect(await world.outbox.status()).toMatchObject({ delivered: 5, dropped: 0, problem: null });
  });

  it('waits alone until the next is taken, and is dropped then', async () => {
    const [never, next] = someRounds(2) as [Round, Round];
    const world = await aWorld([never]);
    const fetch = refusing((body) => body.includes(`"${never.id}"`), 413);
    await world.send({ fetch });
    expect(await world.outbox.status()).toMatchObject({ dropped: 0 });
    world.history.push(next);
    await world.outbox.add(next);
    world.clock.ms += 6 * 3_600_000;

    await world.send({ fetch });

    expect(roundsOf(world.taken)).toEqual([next.id]);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, dropped: 1 });
    expect(await world.outbox.count()).toBe(0);
  });

  it('does not stop the others where many are not taken, as those that are too old', async () => {
    const rounds = someRounds(40);
    const world = await aWorld(rounds);
    const old = rounds.slice(0, 30).map(({ id }) => `"${id}"`);
    const refuse = (body: string) => old.some((id) => body.includes(id));

    expect(await world.send({ fetch: refusing(refuse, 400) })).toEqual({ againInMs: null });

    expect(roundsOf(world.taken).toSorted()).toEqual(idsOf(rounds.slice(30)));
    expect(await world.outbox.status()).toMatchObject({ delivered: 10, dropped: 30 });
  });

  it('counts a deleted round beside it once, however often the request is made smaller', async () => {
    const world = await aWorld(someRounds(4));
    world.history.splice(0, 1);

    await world.send({ fetch: refusing((body) => body.includes('"round-2"'), 400) });

    expect(await world.outbox.status()).toMatchObject({ delivered: 2, dropped: 1, gone: 1 });
  });
});

describe('a run', () => {
  it('ends when its time is up, and goes on later', async () => {
    const rounds = someRounds(64);
    const world = await aWorld(rounds);

    const first = await world.send({
      fetch(...given) {
        world.clock.ms += 9_600;
        return fetch(...given);
      },
    });
    expect(first).toEqual({ againInMs: 0 });
    expect(world.taken).toHaveLength(2);

    expect(await world.send()).toEqual({ againInMs: null });
    expect(roundsOf(world.taken)).toEqual(idsOf(rounds));
  });

  it('ends when its time was up before it had read what to send, and goes on later', async () => {
    const rounds = someRounds(2);
    const world = await aWorld(rounds);

    const first = await world.send({ rounds: slowRounds(world, 20_001) });
    expect(first).toEqual({ againInMs: 0 });
    expect(world.stub.requests).toBe(0);
    expect(await world.outbox.status()).toEqual({ ...noUploadStatus, held: {} });

    expect(await world.send()).toEqual({ againInMs: null });
    expect(roundsOf(world.taken)).toEqual(idsOf(rounds));
  });

  it('ends when its time is up just before it would try whether anything is taken', async () => {
    const world = await aWorld(someRounds(20));
    let asked = 0;

    const end = await world.send({
      outbox: {
        ...world.outbox,
        async status() {
          // A round was refused by itself, so the newest is to be tried.
          if (asked === 5) world.clock.ms += 20_001;
          return world.outbox.status();
        },
      },
      async fetch() {
        asked += 1;
        return new Response(null, { status: 400 });
      },
    });

    expect(end).toEqual({ againInMs: 15_000 });
    expect(asked).toBe(5);
    expect(await world.outbox.count()).toBe(20);
  });

  it('ends with the signal, and keeps what was not accepted', async () => {
    const world = await aWorld(someRounds(2));
    const controller = new AbortController();
    world.faults.push({ kind: 'slow', stored: false });

    const sending = world.send({
      signal: controller.signal,
      fetch(...given) {
        const answer = fetch(...given);
        controller.abort(new Error('revoked'));
        return answer;
      },
    });

    await expect(sending).rejects.toThrow('revoked');
    expect(await world.outbox.count()).toBe(2);
    expect(await world.outbox.status()).toEqual(noUploadStatus);
  });

  it('that was killed before it noted the answer sends the same ids again', async () => {
    const world = await aWorld(someRounds(2));
    const killed = { ...world.outbox, settlePart: () => Promise.reject(new Error('killed')) };

    await expect(world.send({ outbox: killed })).rejects.toThrow('killed');
    await world.send();

    const [first, second] = world.taken.map(({ records }) => records);
    expect(first).toHaveLength(4);
    expect(second).toEqual(first);
    expect(await world.outbox.status()).toMatchObject({ delivered: 2 });
  });
});

/** Refuses requests by what is in them. */
function refusing(refuses: (body: string) => boolean, status: number): typeof fetch {
  return async (input, init) => {
    const body = new TextDecoder().decode(await unpacked(init));
    return refuses(body) ? new Response(null, { status }) : await fetch(input, init);
  };
}

async function unpacked(init: RequestInit | undefined): Promise<Uint8Array> {
  const packed = new Blob([init?.body as ArrayBuffer]).stream();
  return await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).bytes();
}
