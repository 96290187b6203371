import { describe, expect, it } from 'vitest';
import type { UploadDraft } from '../../../lib/settings/upload.ts';
import { createRequests } from '../../../lib/upload/requests.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { at } from '../../helpers/clock.ts';
import { aRound, aServiceResult, aTargetResult } from '../../helpers/rounds.ts';
import { someUpload } from '../../helpers/upload-settings.ts';
import { slowRounds, useUploadWorld } from './upload-world.ts';

const aWorld = useUploadWorld();

const gatus: UploadDraft = {
  kind: 'gatus',
  url: 'https://status.example',
  group: 'My_Home',
  authorization: 'secret',
};

const uptimeKuma: UploadDraft = {
  kind: 'uptime-kuma',
  pushUrls: {
    chat: 'https://kuma.example/api/push/one',
    viber: 'https://kuma.example/api/push/two',
    'own-1': 'https://kuma.example/api/push/three',
  },
};

const round = aRound({
  services: [
    aServiceResult({ targets: [aTargetResult({ attempts: [anAttempt({ totalMs: 123.4 })] })] }),
    aServiceResult({ id: 'viber', state: 'blocked', mechanisms: ['tls.reset', 'timeout'] }),
    aServiceResult({ id: 'own-1', state: 'impaired' }),
    aServiceResult({ id: 'signal', state: 'insufficient', roundState: 'insufficient' }),
    aServiceResult({ id: 'zalo', state: 'ok', roundState: 'insufficient' }),
  ],
});

/** The same service an hour after another. */
const rounds = ['round-0', 'round-1', 'round-2'].map((id, index) =>
  aRound({ id, startedAt: at(3600 * index), services: round.services.slice(0, 2) }),
);

describe('the requests', () => {
  it('to Gatus are a result a service, as it wants them', () => {
    const requests = createRequests(someUpload(gatus))([round], { dropped: 0 });

    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://status.example/api/v1/endpoints/my-home_chat/external?success=true&duration=123ms',
      'POST https://status.example/api/v1/endpoints/my-home_viber/external?success=false&error=blocked%3A+tls.reset%2C+timeout',
      'POST https://status.example/api/v1/endpoints/my-home_own-1/external?success=false&error=impaired',
    ]);
    expect(requests.map(({ headers, body }) => ({ headers, body }))).toEqual(
      requests.map(() => ({ headers: { authorization: 'Bearer secret' }, body: null })),
    );
  });

  it('to Gatus have one Bearer, even where the person wrote it', () => {
    const draft = { ...gatus, authorization: 'Bearer secret' };
    const [request] = createRequests(someUpload(draft))([round], { dropped: 0 });

    expect(request?.headers).toEqual({ authorization: 'Bearer secret' });
  });

  it('to Uptime Kuma are a heartbeat a service with a monitor', () => {
    const requests = createRequests(someUpload(uptimeKuma))([round], { dropped: 0 });

    expect(requests.map(({ method, url, headers }) => ({ method, url, headers }))).toEqual(
      [
        'one?status=up&msg=ok&ping=123',
        'two?status=down&msg=blocked%3A+tls.reset%2C+timeout',
        'three?status=down&msg=impaired',
      ].map((end) => ({ method: 'GET', url: `https://kuma.example/api/push/${end}`, headers: {} })),
    );
  });

  it.each([gatus, uptimeKuma])(
    'tell the newest round alone, and nothing of none: $kind',
    (draft) => {
      const create = createRequests(someUpload(draft));

      expect(create([aRound(), round], { dropped: 0 })).toEqual(create([round], { dropped: 0 }));
      expect(create([], { dropped: 0 })).toEqual([]);
    },
  );
});

/** A receiver of which tests say what it answers to an address. */
function answering(statusOf: (url: string) => number) {
  const asked: string[] = [];
  const receiver: typeof fetch = async (input) => {
    const url = input as string;
    asked.push(url.replace(/.*endpoints/, '').replace(/external.*/, ''));
    const status = statusOf(url);
    return new Response(null, { status, headers: status === 429 ? { 'retry-after': '60' } : {} });
  };
  return { asked, fetch: receiver };
}

describe('who knows the present only', () => {
  it('is told the newest round, and the older ones wait no longer', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { asked, fetch } = answering(() => 200);

    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(asked).toEqual(['/my-home_chat/', '/my-home_viber/']);
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, deliveredAt: at(0) });
  });

  it('is told it in the next run where the time is up before it was read', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { asked, fetch } = answering(() => 200);

    expect(await world.send({ fetch, rounds: slowRounds(world, 20_001) })).toEqual({
      againInMs: 0,
    });
    expect(asked).toEqual([]);
    expect(await world.outbox.count()).toBe(3);

    expect(await world.send({ fetch })).toEqual({ againInMs: null });
    expect(asked).toEqual(['/my-home_chat/', '/my-home_viber/']);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, gone: 0 });
  });

  it('is told the rest in the next run, and nothing twice, where it is slow', async () => {
    const world = await aWorld([round]);
    world.draft = gatus;
    const { asked, fetch } = answering((url) => (url.includes('viber') ? 404 : 200));
    const slow: typeof fetch = (...given) => {
      world.clock.ms += 9600;
      return fetch(...given);
    };

    expect(await world.send({ fetch: slow })).toEqual({ againInMs: 0 });
    expect(asked).toEqual(['/my-home_chat/', '/my-home_viber/']);
    expect(await world.outbox.status()).toMatchObject({ delivered: 0, refused: 1, failures: 0 });

    expect(await world.send({ fetch: slow })).toEqual({ againInMs: null });
    expect(asked.slice(2)).toEqual(['/my-home_own-1/']);
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, refused: 1, failures: 0 });
  });

  it('is told a newer round instead of what is left of one', async () => {
    const world = await aWorld([round]);
    world.draft = gatus;
    const { asked, fetch } = answering(() => 200);
    const slow: typeof fetch = (...given) => {
      world.clock.ms += 9600;
      return fetch(...given);
    };
    await world.send({ fetch: slow });
    const newer = aRound({ ...round, id: 'round-9', startedAt: at(60) });
    world.history.push(newer);
    await world.outbox.add(newer);

    await world.send({ fetch });

    expect(asked.slice(2)).toEqual(['/my-home_chat/', '/my-home_viber/', '/my-home_own-1/']);
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1 });
  });

  it('is told the newest round that was not deleted', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    world.history.pop();
    const { asked, fetch } = answering(() => 200);

    await world.send({ fetch });

    expect(asked).toHaveLength(2);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, gone: 1 });
  });

  it.each([
    ['up to an hour after that', 0, { asked: 2, delivered: 1 }],
    ['and never later', 1, { asked: 0, delivered: 0 }],
  ])('is told what was so when a round began, %s', async (_when, ms, expected) => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    world.clock.ms = 3 * 3_600_000 + ms;
    const { asked, fetch } = answering(() => 200);

    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(asked).toHaveLength(expected.asked);
    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({ delivered: expected.delivered, gone: 0 });
  });

  it('stays known to refuse while it is told nothing', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { fetch } = answering(() => 404);
    await world.send({ fetch });
    world.clock.ms = 12 * 3_600_000;

    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(await world.outbox.count()).toBe(0);
    expect(await world.outbox.status()).toMatchObject({
      delivered: 0,
      problem: { kind: 'status', status: 404 },
    });
  });

  it('is asked nothing where all was deleted', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    world.history.splice(0);
    const { asked, fetch } = answering(() => 200);

    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(asked).toEqual([]);
    expect(await world.outbox.status()).toMatchObject({ delivered: 0, gone: 3 });
  });

  it('is told what it takes, although it knows no endpoint of a service', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { fetch } = answering((url) => (url.includes('chat') ? 404 : 200));

    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(await world.outbox.status()).toMatchObject({
      delivered: 1,
      refused: 1,
      failures: 0,
      problem: { kind: 'status', status: 404 },
    });
  });

  it.each([400, 404])('keeps the rounds waiting where it takes nothing: %d', async (status) => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { fetch } = answering(() => status);

    expect(await world.send({ fetch })).toEqual({ againInMs: 6 * 3_600_000 * 0.875 });

    expect(await world.outbox.count()).toBe(3);
    expect(await world.outbox.status()).toMatchObject({ failures: 1, problem: { status } });
  });

  it('is asked no more once it asks to wait', async () => {
    const world = await aWorld(rounds);
    world.draft = gatus;
    const { asked, fetch } = answering(() => 429);

    expect(await world.send({ fetch })).toEqual({ againInMs: 75_000 });

    expect(asked).toHaveLength(1);
  });

  it('is told the rest once it wants more, where it asks to wait in between', async () => {
    const world = await aWorld([round]);
    world.draft = gatus;
    let isBusy = true;
    const { asked, fetch } = answering((url) => (isBusy && url.includes('viber') ? 429 : 200));

    expect(await world.send({ fetch })).toEqual({ againInMs: 75_000 });
    expect(await world.outbox.count()).toBe(1);

    isBusy = false;
    world.clock.ms += 75_000;
    expect(await world.send({ fetch })).toEqual({ againInMs: null });

    expect(asked).toEqual([
      '/my-home_chat/',
      '/my-home_viber/',
      '/my-home_viber/',
      '/my-home_own-1/',
    ]);
    expect(await world.outbox.status()).toMatchObject({ delivered: 1, refused: 0, problem: null });
  });

  it('is told nothing more of a round of which it takes nothing after all', async () => {
    const world = await aWorld([round]);
    world.draft = gatus;
    const { fetch } = answering((url) => (url.includes('own-1') ? 404 : 200));
    const slow: typeof fetch = (...given) => {
      world.clock.ms += 9600;
      return fetch(...given);
    };

    expect(await world.send({ fetch: slow })).toEqual({ againInMs: 0 });
    expect(await world.send({ fetch: slow })).toEqual({ againInMs: null });

    expect(await world.outbox.status()).toMatchObject({ delivered: 1, refused: 1, failures: 0 });
  });
});
