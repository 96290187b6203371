import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocumentProbes } from '../../../../lib/browser/document/document-probes.ts';
import { noTimings } from '../../../../lib/probe/timings.ts';

/** Stands for what the browser has: nothing happens but what the test says. */
class Silent extends EventTarget {
  static last: Silent;
  constructor() {
    super();
    Silent.last = this;
  }
  createDataChannel(): void {
    // No matter.
  }
  createOffer = async () => ({});
  setLocalDescription = async () => undefined;
  close(): void {
    // No matter.
  }
}

const hour = 3_600_000;
const { signal } = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Silent);
  vi.stubGlobal('RTCPeerConnection', Silent);
  vi.stubGlobal('fetch', async () => {
    await new Promise((resolve) => setTimeout(resolve, 70));
    return new Response('body');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Probes = ReturnType<typeof createDocumentProbes>;

const probes: [string, object, (probes: Probes) => Promise<object>][] = [
  [
    'request',
    { lastByteMs: 70, totalMs: 70 },
    ({ converse }) =>
      converse({ url: 'https://a.example/#1', method: 'GET', timeoutMs: 5_000, signal }),
  ],
  [
    'WebSocket',
    { openMs: 70, totalMs: 70 },
    ({ openSocket }) => {
      setTimeout(() => Silent.last.dispatchEvent(new Event('open')), 70);
      return openSocket({ url: 'wss://a.example/', timeoutMs: 5_000, signal });
    },
  ],
  [
    'STUN binding',
    { totalMs: 70 },
    ({ askStun }) => {
      const candidate = { type: 'srflx', address: '192.0.2.1' };
      const found = Object.assign(new Event('icecandidate'), { candidate });
      setTimeout(() => Silent.last.dispatchEvent(found), 70);
      return askStun({ url: 'stun:a.example', timeoutMs: 5_000, exits: [], signal });
    },
  ],
];

describe.each(probes)('a %s', (_name, expected, probe) => {
  it.each([
    ['back', -hour],
    ['forward', hour],
  ])('takes as long as ever while the clock is set %s', async (_way, ms) => {
    const probing = probe(createDocumentProbes({ read: () => noTimings }));
    await vi.advanceTimersByTimeAsync(20);
    vi.setSystemTime(Date.now() + ms);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await probing).toMatchObject(expected);
  });
});
