import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { observeStun } from '../../../lib/observe/stun.ts';
import { createAskStun } from '../../../lib/probe/ask-stun.ts';
import { createStunProbe } from '../../../lib/probe/stun.ts';
import { compareCallExit as compareExit } from '../../../lib/routing/call-exit.ts';

/** A connection that gathers candidates when the test says so. */
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
const clock = () => performance.now();
const RTCPeerConnection = FakeConnection as never;

function ask(signal = new AbortController().signal, exits: string[] = []) {
  return createAskStun({ RTCPeerConnection, compareExit, clock })({
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

it('is answered once the server reports our address, which it discards', async () => {
  const binding = ask();
  vi.advanceTimersByTime(30);
  FakeConnection.last.finds('host');
  FakeConnection.last.finds('srflx');

  expect(await binding).toEqual({ ending: 'answered', totalMs: 30, callExit: 'unknown' });
  expect(FakeConnection.last.configuration).toEqual({ iceServers: [{ urls: url }] });
  expect(FakeConnection.last.closed).toBe(1);
});

it('times out after its limit of five seconds', async () => {
  const binding = ask();
  FakeConnection.last.finds('host');
  vi.advanceTimersByTime(5_000);

  expect(await binding).toEqual({
    ending: 'timeout',
    totalMs: 5_000,
    callExit: 'unknown',
  });
  expect(FakeConnection.last.closed).toBe(1);
});

it('is refused if the browser reports an error and finishes', async () => {
  const binding = ask();
  FakeConnection.last.fails();
  FakeConnection.last.completes();

  expect((await binding).ending).toBe('refused');
});

it('ends with nothing if the browser finishes without a result', async () => {
  const binding = ask();
  FakeConnection.last.completes();

  expect((await binding).ending).toBe('nothing');
});

it('ends with nothing in a browser without WebRTC', async () => {
  const askWithoutWebRtc = createAskStun({ RTCPeerConnection: undefined, compareExit, clock });

  const { ending } = await askWithoutWebRtc({
    url,
    timeoutMs: 5_000,
    exits: [],
    signal: new AbortController().signal,
  });
  expect(ending).toBe('nothing');
});

it('ends on abort, and closes the connection', async () => {
  const stop = new AbortController();
  const binding = ask(stop.signal);
  stop.abort();

  expect((await binding).ending).toBe('nothing');
  expect(FakeConnection.last.closed).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['95.24.1.99', ['95.24.1.2'], 'same'],
  ['95.24.2.2', ['95.24.1.2'], 'different'],
  [null, ['95.24.1.2'], 'unknown'],
] as const)(
  'reports of %s, compared with the exits %j, only that it is %s',
  async (address, exits, callExit) => {
    const binding = ask(undefined, [...exits]);
    FakeConnection.last.finds('host', '95.24.1.2');
    FakeConnection.last.finds('srflx', address);

    expect(await binding).toEqual({ ending: 'answered', totalMs: 0, callExit });
  },
);

it('compares nothing if the server reports no address', async () => {
  const binding = ask(undefined, ['95.24.1.2']);
  FakeConnection.last.finds('host', '95.24.1.2');
  FakeConnection.last.finds('relay', '95.24.1.2');
  vi.advanceTimersByTime(5_000);

  expect((await binding).callExit).toBe('unknown');
});

it.each([
  ['answered', { ok: true, failure: null, valid: true }],
  ['timeout', { ok: false, failure: 'generic_timeout_error', valid: true }],
  ['refused', { ok: false, failure: 'unknown_failure: icecandidateerror', valid: true }],
  ['nothing', { ok: false, valid: false }],
] as const)('turns "%s" into an attempt without an address', async (ending, expected) => {
  const askServer = createStunProbe({
    askStun: async () => ({ ending, totalMs: 12, callExit: 'same' }),
    now,
  });

  const { signal } = new AbortController();
  const { attempt, callExit } = observeStun(
    await askServer({ url, timeoutMs: 5_000, exits: [], signal }),
  );

  expect(attempt).toMatchObject({ ...expected, totalMs: 12, remoteIp: null });
  expect(attempt).not.toHaveProperty('callExit');
  expect(callExit).toBe('same');
});
