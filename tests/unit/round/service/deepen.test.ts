import { describe, expect, it } from 'vitest';
import type { Service, Target } from '../../../../lib/catalog/schema.ts';
import { isTransfer } from '../../../../lib/catalog/target-kinds.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import type { HttpRequest } from '../../../../lib/probe/http.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const refused = aFailedObservation({ failure: 'connection_refused' });
const silence = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });

interface Setting {
  services?: number;
  failure?: Partial<HttpObservation>;
  target?: Partial<Target>;
  required?: boolean;
  /** As in Firefox. */
  hidesSilentLayer?: boolean;
  /** As in Chromium. */
  tellsConnected?: boolean;
  /** As in Chromium; then a proxy is as silent below the name. */
  hidesProxy?: boolean;
}

/** Runs a round in which every service fails in the same way; returns the slow attempts. */
async function run(setting: Setting) {
  const { services = 1, failure = silence, target = {}, required = true } = setting;
  const { hidesSilentLayer = false, tellsConnected = false, hidesProxy = false } = setting;
  const ids = Array.from({ length: services }, (_, index) => `chat-${index}`);
  const isOurs = (url: string) => url.includes('chat-');
  const world = aRoundWorld(({ url }) => (isOurs(url) ? failure : {}));
  const slowly: HttpRequest[] = [];
  const states: { observed: Observed; slowly: number }[] = [];
  const observed = await runRound({
    catalog: aCatalog({
      services: ids.map((id) =>
        aService({
          id,
          roles: [aServiceRole({ required })],
          targets: [aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`], ...target })],
        }),
      ),
    }),
    record: emptyRecord(
      aPlan({ services: ids.map((id) => ({ id, depth: 'all', transfers: [] })) }),
    ),
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      hidesSilentLayer,
      tellsConnected,
      hidesProxy,
      probeSlowly: (request) => {
        slowly.push(request);
        return world.tools.probe(request);
      },
      writeJournal: async () => undefined,
    },
    onProgress: () => undefined,
    onStates: async (seen) => {
      states.push({ observed: seen, slowly: slowly.length });
    },
  });
  return { slowly, observed, states };
}

interface WithMedia {
  sentinel?: string;
  media?: Partial<Target>;
}

function aServiceWithMedia({ sentinel, media }: WithMedia = {}) {
  const target = (role: 'web' | 'media', overrides?: Partial<Target>) =>
    aTarget({ id: `chat/${role}`, role, urls: [`https://${role}.chat-0.example/`], ...overrides });
  return aService({
    id: 'chat',
    roles: [
      aServiceRole({ role: 'web' }),
      aServiceRole({ role: 'media', required: true, needs: 'web' }),
    ],
    targets: [target('web'), target('media', media)],
    ...(sentinel !== undefined && { sentinel }),
  });
}

interface Seen {
  /** What the hosts of the service say. */
  respond: (request: HttpRequest) => Partial<HttpObservation>;
  /** Whether the silent one answers a slow attempt. */
  isAnswered: boolean;
}

/** Runs a round with one service; returns the attempts on its targets. */
async function attemptsOn(service: Service, { respond, isAnswered }: Seen) {
  const { tools } = aRoundWorld((request) =>
    request.url.includes('.chat-0.') ? respond(request) : {},
  );
  const transfers = service.targets.filter(isTransfer).map(({ id }) => id);
  const observed = await runRound({
    catalog: aCatalog({ services: [service] }),
    record: emptyRecord(aPlan({ services: [{ id: 'chat', depth: 'all', transfers }] })),
    signal: new AbortController().signal,
    tools: {
      ...tools,
      probeSlowly: async (request) => {
        await tools.wait(15_000, request.signal);
        const seen = await tools.probe(request);
        return isAnswered ? { ...seen, failure: null, httpStatus: 200 } : seen;
      },
      writeJournal: async () => undefined,
    },
    onProgress: () => undefined,
  });
  return observed.services[0]?.attempts ?? new Map<string, Attempt[]>();
}

describe('a slow attempt', () => {
  it('is not made where the browser would not tell what it waited for', async () => {
    const { slowly, observed, states } = await run({ hidesSilentLayer: true });

    expect(slowly).toEqual([]);
    expect(observed.services[0]?.attempts.get('chat-0/web')).toHaveLength(3);
    expect(states.map((one) => one.slowly)).toEqual([0]);
  });

  it('is not made where it is a proxy that is silent', async () => {
    expect((await run({ hidesProxy: true })).slowly).toEqual([]);
  });

  it('follows on the rechecks of a silent target, with a longer limit than any handshake', async () => {
    const { slowly, observed } = await run({});

    expect(slowly).toMatchObject([{ url: 'https://chat-0.example/', timeoutMs: 32_000 }]);
    expect(observed.services[0]?.attempts.get('chat-0/web')).toHaveLength(4);
  });

  it.each([
    [true, 'OPTIONS'],
    [false, 'HEAD'],
  ])('asks so that the browser tells whether the connection stood (%s)', async (...one) => {
    const [tellsConnected, method] = one;

    expect((await run({ tellsConnected })).slowly).toMatchObject([{ method }]);
  });

  it('begins once the states were told, which it does not decide', async () => {
    const { states } = await run({});

    expect(states).toMatchObject([{ slowly: 0 }]);
    expect(states[0]?.observed.services[0]?.attempts.get('chat-0/web')).toHaveLength(3);
    expect(states[0]?.observed.gates.at(-1)?.passed).toBe(true);
    expect((await run({ failure: {} })).states).toEqual([]);
  });

  it.each([
    [2, 2],
    [4, 4],
    [5, 5],
    [10, 5],
  ])('is made, if %i services are silent, for %i of them', async (services, made) => {
    expect((await run({ services })).slowly).toHaveLength(made);
  });

  it('is made for a required target beside an essential one that works', async () => {
    const service = aServiceWithMedia();
    const { tools } = aRoundWorld(({ url }) => (url.includes('//media.') ? silence : {}));
    const slowly: string[] = [];

    await runRound({
      catalog: aCatalog({ services: [service] }),
      record: emptyRecord(aPlan({ services: [{ id: 'chat', depth: 'all', transfers: [] }] })),
      signal: new AbortController().signal,
      tools: {
        ...tools,
        probeSlowly: (request) => {
          slowly.push(request.url);
          return tools.probe(request);
        },
        writeJournal: async () => undefined,
      },
      onProgress: () => undefined,
    });

    expect(slowly).toEqual(['https://media.chat-0.example/']);
  });

  it.each([
    ['asked again', 'is answered after all', true, {}, [false, true]],
    ['left as they are', 'stays silent', false, {}, [false]],
    ['left as they are without a vote', 'is answered', true, { votes: false }, [false]],
  ])('has the service’s other failing targets %s where it %s', async (...one) => {
    const [, , isAnswered, media, expected] = one;
    const service = aServiceWithMedia({ sentinel: 'chat/web', media });
    const firstOnMedia = [{ ...silence, totalMs: 2_000 }];

    const attempts = await attemptsOn(service, {
      respond: ({ url }) => (url.includes('//media.') ? (firstOnMedia.pop() ?? {}) : silence),
      isAnswered,
    });

    expect(attempts.get('chat/media')?.map(({ ok }) => ok)).toEqual(expected);
  });

  it('has no transfer asked again that failed beside it, where it is answered after all', async () => {
    const { targets, ...service } = aServiceWithMedia();
    const urls = ['https://web.chat-0.example/large'];
    const download = aTarget({ id: 'chat/download', kind: 'download', urls });

    const attempts = await attemptsOn(
      { ...service, targets: [...targets, download] },
      {
        respond({ url, receiveBytes }) {
          if (url.includes('//media.')) return silence;
          return receiveBytes === undefined ? {} : refused;
        },
        isAnswered: true,
      },
    );

    expect(attempts.get('chat/media')?.at(-1)?.ok).toBe(true);
    expect(attempts.get('chat/download')?.map(({ ok }) => ok)).toEqual([false]);
  });

  it.each<[string, Setting]>([
    ['is refused', { failure: refused }],
    ['does not use TLS', { target: { urls: ['http://chat-0.example/'], kind: 'http' } }],
    ['has no vote', { target: { votes: false }, required: false }],
  ])('is not made for a target that %s', async (_case, setting) => {
    expect((await run(setting)).slowly).toEqual([]);
  });
});
