import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { observeStun } from '../../../lib/observe/stun.ts';
import { createAskStun } from '../../../lib/probe/ask-stun.ts';
import { createStunProbe } from '../../../lib/probe/stun.ts';
import { compareCallExit as compareExit } from '../../../lib/routing/call-exit.ts';

/** A connection that gathers what the test says, when it says so. */
class FakeConnection extends EventTarget {
  static last: FakeConnection;
  iceGatheringState = 'new';
  closed = 0;
  readonly configuration: RTCConfiguration;
  constructor(configuration: RTCConfiguration) {
    super();
    this.configuration = configuration;
    FakeConnection.last = this;
  }
  createDataChannel(): void {
    this.iceGatheringState = 'gathering';
  }
  createOffer(): Promise<object> {
    return Promise.resolve({});
  }
  setLocalDescription(): Promise<void> {
    return Promise.resolve();
  }
  finds(type: string, address: string | null = '95.24.1.2'): void {
    const candidate = { type, address };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }
  fails(): void {
    this.dispatchEvent(new Event('icecandidateerror'));
  }
  completes(): void {
    this.iceGatheringState = 'complete';
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }
  close(): void {
    this.closed += 1;
  }
}

const url = 'stun:stun.example:3478';
const now = () => new Date();
const RTCPeerConnection = FakeConnection as never;

function ask(signal = new AbortController().signal, exits: string[] = []) {
  return createAskStun({ RTCPeerConnection, compareExit, now })({
    url,
    timeoutMs: 5_000,
    exits,
    signal,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('is told where the server says our address, and keeps none of it', async () => {
  const telling = ask();
  vi.advanceTimersByTime(30);
  FakeConnection.last.finds('host');
  FakeConnection.last.finds('srflx');

  expect(await telling).toEqual({ ending: 'answered', totalMs: 30, callExit: 'unknown' });
  expect(FakeConnection.last.configuration).toEqual({ iceServers: [{ urls: url }] });
  expect(FakeConnection.last.closed).toBe(1);
});

it('is a timeout after its own five seconds', async () => {
  const telling = ask();
  FakeConnection.last.finds('host');
  vi.advanceTimersByTime(5_000);

  expect(await telling).toEqual({
    ending: 'timeout',
    totalMs: 5_000,
    callExit: 'unknown',
  });
  expect(FakeConnection.last.closed).toBe(1);
});

it('is refused where the browser is done and says that the server failed', async () => {
  const telling = ask();
  FakeConnection.last.fails();
  FakeConnection.last.completes();

  expect((await telling).ending).toBe('refused');
});

it('is nothing where the browser is done and has said nothing', async () => {
  const telling = ask();
  FakeConnection.last.completes();

  expect((await telling).ending).toBe('nothing');
});

it('is nothing where the browser has no calls', async () => {
  const askNobody = createAskStun({ RTCPeerConnection: undefined, compareExit, now });

  const { ending } = await askNobody({
    url,
    timeoutMs: 5_000,
    exits: [],
    signal: new AbortController().signal,
  });
  expect(ending).toBe('nothing');
});

it('ends when it is told to, and closes the connection', async () => {
  const stop = new AbortController();
  const telling = ask(stop.signal);
  stop.abort();

  expect((await telling).ending).toBe('nothing');
  expect(FakeConnection.last.closed).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['95.24.1.99', ['95.24.1.2'], 'same'],
  ['95.24.2.2', ['95.24.1.2'], 'different'],
  [null, ['95.24.1.2'], 'unknown'],
] as const)(
  'tells of %s, beside the exits %j, that it is %s, and nothing more',
  async (address, exits, callExit) => {
    const telling = ask(undefined, [...exits]);
    FakeConnection.last.finds('host', '95.24.1.2');
    FakeConnection.last.finds('srflx', address);

    expect(await telling).toEqual({ ending: 'answered', totalMs: 0, callExit });
  },
);

it('compares nothing where nothing is told', async () => {
  const telling = ask(undefined, ['95.24.1.2']);
  FakeConnection.last.finds('host', '95.24.1.2');
  FakeConnection.last.finds('relay', '95.24.1.2');
  vi.advanceTimersByTime(5_000);

  expect((await telling).callExit).toBe('unknown');
});

it.each([
  ['answered', { ok: true, failure: null, valid: true }],
  ['timeout', { ok: false, failure: 'generic_timeout_error', valid: true }],
  ['refused', { ok: false, failure: 'unknown_failure: icecandidateerror', valid: true }],
  ['nothing', { ok: false, valid: false }],
] as const)('makes of "%s" an attempt without any address', async (ending, told) => {
  const askServer = createStunProbe({
    askStun: async () => ({ ending, totalMs: 12, callExit: 'same' }),
    now,
  });

  const { signal } = new AbortController();
  const { attempt, callExit } = observeStun(
    await askServer({ url, timeoutMs: 5_000, exits: [], signal }),
  );

  expect(attempt).toMatchObject({ ...told, totalMs: 12, remoteIp: null });
  expect(attempt).not.toHaveProperty('callExit');
  expect(callExit).toBe('same');
});
