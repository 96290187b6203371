import { describe, expect, it } from 'vitest';
import type { SocketTarget } from '../../../../lib/catalog/schema.ts';
import type { SocketObservation } from '../../../../lib/observe/socket.ts';
import type { SocketRequest } from '../../../../lib/probe/open-socket.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import {
  aFailedObservation,
  aHiddenFailure,
  aSocketObservation,
} from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const web = 'https://web.chat.example/';
const socket = 'wss://socket.chat.example/ws';
const other = 'wss://other.chat.example/ws';
const host = 'https://socket.chat.example/';

const socketTarget = aTarget({
  id: 'chat/socket',
  role: 'messages',
  kind: 'websocket',
  urls: [socket],
  rule: 'ws_open_or_http_status',
});
const silence = aHiddenFailure({ failure: 'generic_timeout_error', valid: true });

interface Setting {
  /** The result of each attempt on the socket. */
  opens?: SocketObservation[];
  respond?: Respond;
  target?: Partial<SocketTarget>;
  depth?: 'all' | 'sentinel';
  permitted?: (url: string) => boolean;
}

/** Runs a round with one page and one socket; returns the requests and their results. */
async function run(setting: Setting) {
  const { opens = [aSocketObservation()], respond = () => ({}), depth = 'all' } = setting;
  const world = aRoundWorld(respond);
  const asked: string[] = [];
  const slots: string[] = [];
  const requests: SocketRequest[] = [];
  const observed = await runRound({
    catalog: aCatalog({
      services: [
        aService({
          roles: [aServiceRole(), aServiceRole({ role: 'messages', needs: 'web' })],
          targets: [aTarget(), { ...socketTarget, ...setting.target }],
        }),
      ],
    }),
    record: emptyRecord(aPlan({ services: [{ id: 'chat', depth, transfers: [] }] })),
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      probe: (request) => {
        if (request.url.includes('chat.example')) asked.push(request.url);
        return world.tools.probe(request);
      },
      probeSocket: async (request) => {
        asked.push(request.url);
        requests.push(request);
        const startedAt = world.tools.now().toISOString();
        world.pass(0.1);
        const seen = opens[Math.min(requests.length, opens.length) - 1] ?? aSocketObservation();
        return { ...seen, startedAt };
      },
      limits: {
        run: (slot, task) => {
          slots.push(slot.host);
          return task();
        },
      },
      isPermitted: async (url) => setting.permitted?.(url) ?? true,
      writeJournal: async () => undefined,
    },
    onProgress: () => undefined,
  });
  const attempts = observed.services[0]?.attempts.get('chat/socket') ?? [];
  return { asked, slots, requests, attempts, observed };
}

describe('a WebSocket in a round', () => {
  it('is opened once if it opens, and its host is not probed', async () => {
    const { asked, attempts } = await run({});

    expect(asked).toEqual([web, socket]);
    expect(attempts).toMatchObject([{ n: 1, ok: true, httpStatus: 101 }]);
  });

  it('is not opened in a pulse if the sentinel answers', async () => {
    expect((await run({ depth: 'sentinel' })).asked).toEqual([web]);
  });

  it('uses the subprotocol and expects the first frame of the catalog', async () => {
    const { requests } = await run({ target: { subprotocol: 'binary', rule: 'ws_first_frame' } });

    expect(requests).toMatchObject([{ subprotocol: 'binary', firstFrameMs: 5_000 }]);
  });

  it('expects no first frame unless the catalog says so', async () => {
    expect((await run({})).requests[0]?.firstFrameMs).toBeUndefined();
  });

  it('is reached if it fails but its host answers', async () => {
    const { asked, attempts } = await run({ opens: [aHiddenFailure()] });

    expect(asked).toEqual([web, socket, host]);
    expect(attempts).toMatchObject([{ ok: true, valid: true }]);
  });

  it.each([
    ['elsewhere', 'https://login.example.com/', 'redirect login.example.com'],
    ['to its own service', 'https://www.chat.example/', undefined],
  ])('that is sent away leads where its host does: %s', async (_case, redirectUrl, elsewhere) => {
    const { asked, attempts } = await run({
      opens: [aSocketObservation({ httpStatus: 302 })],
      respond: ({ url }) => (url === host ? { httpStatus: 302, redirectUrl } : {}),
    });

    expect(asked).toEqual([web, socket, host]);
    expect(attempts).toMatchObject([{ ok: true, httpStatus: 302 }]);
    expect(attempts[0]?.elsewhere).toBe(elsewhere);
  });

  it.each([301, 308, 399])(
    'is reached by a status of %i, whatever its host says',
    async (httpStatus) => {
      const { asked, attempts } = await run({
        opens: [aSocketObservation({ httpStatus })],
        respond: ({ url }) => (url === host ? aFailedObservation() : {}),
      });

      expect(asked).toEqual([web, socket, host]);
      expect(attempts).toMatchObject([{ ok: true, httpStatus }]);
    },
  );

  it.each([101, 299, 400])('has no host asked by a status of %i', async (httpStatus) => {
    const { asked } = await run({ opens: [aSocketObservation({ httpStatus })] });

    expect(asked).toEqual([web, socket]);
  });

  it('takes one slot for each handshake', async () => {
    const { slots } = await run({ opens: [aHiddenFailure()] });

    expect(slots.filter((one) => one === 'socket.chat.example')).toHaveLength(2);
  });

  it('fails like its host, and only the host is probed from then on', async () => {
    const { asked, attempts } = await run({
      opens: [aHiddenFailure()],
      respond: ({ url }) => (url === host ? aFailedObservation() : {}),
    });

    expect(asked.filter((url) => url !== web)).toEqual([socket, host, host, host]);
    expect(attempts).toHaveLength(3);
    expect(attempts.every(({ failure }) => failure === 'connection_reset')).toBe(true);
  });

  it('is refused for legal reasons if its host is', async () => {
    const { attempts } = await run({
      opens: [aHiddenFailure()],
      respond: ({ url }) => (url === host ? { httpStatus: 451 } : {}),
    });

    expect(attempts[0]).toMatchObject({
      ok: false,
      valid: true,
      httpStatus: 451,
      failure: 'http_request_failed',
      failedOperation: 'http_round_trip',
    });
  });

  it('is probed after its host if its service fails', async () => {
    const { asked } = await run({
      respond: ({ url }) => (url === web ? aFailedObservation() : {}),
    });

    expect(asked.filter((url) => url !== web)).toEqual([host, socket]);
  });

  it('is attempted three times if it is silent', async () => {
    const { attempts } = await run({ opens: [silence] });

    expect(attempts).toMatchObject([
      { ok: false, failure: 'generic_timeout_error' },
      { ok: false, failure: 'generic_timeout_error' },
      { ok: false, failure: 'generic_timeout_error' },
    ]);
  });

  it('is tried at its next URL if one is silent', async () => {
    const { attempts, requests } = await run({
      opens: [silence, aSocketObservation()],
      target: { urls: [socket, other] },
    });

    expect(requests.map(({ url }) => url)).toEqual([socket, other]);
    expect(attempts.map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('is invalid if neither it nor its host could be measured', async () => {
    const { attempts } = await run({
      opens: [aHiddenFailure()],
      respond: ({ url }) =>
        url === host ? aFailedObservation({ valid: false, browserError: 'net::ERR_ABORTED' }) : {},
    });

    expect(attempts.map(({ valid }) => valid)).toEqual([false, false, false, false]);
  });

  it('is not opened without permission', async () => {
    const { asked, observed } = await run({ permitted: (url) => !url.startsWith('wss:') });

    expect(asked).toEqual([web]);
    expect([...(observed.services[0]?.forbidden ?? [])]).toEqual(['chat/socket']);
  });
});
