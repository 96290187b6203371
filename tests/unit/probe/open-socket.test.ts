import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOpenSocket, type SocketRequest } from '../../../lib/probe/open-socket.ts';

/** A WebSocket that the test controls. */
class FakeSocket extends EventTarget {
  static last: FakeSocket;
  closed = 0;
  readonly url: string;
  readonly protocols: string | string[];
  constructor(asked: string, protocols: string | string[] = []) {
    super();
    this.url = asked;
    this.protocols = protocols;
    FakeSocket.last = this;
  }
  opens(): void {
    this.dispatchEvent(new Event('open'));
  }
  speaks(): void {
    this.dispatchEvent(new MessageEvent('message', { data: 'hello' }));
  }
  ends(code: number, wasClean: boolean): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code, wasClean }));
  }
  close(): void {
    this.closed += 1;
  }
}

const url = 'wss://chat.example/socket';
const openSocket = createOpenSocket({
  WebSocket: FakeSocket as unknown as typeof WebSocket,
  clock: () => performance.now(),
});

function open(overrides: Partial<SocketRequest> = {}) {
  const { signal } = new AbortController();
  return openSocket({ url, timeoutMs: 3_500, signal, ...overrides });
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('accepts a socket that opens, and closes it', async () => {
  const pending = open();
  vi.advanceTimersByTime(40);
  FakeSocket.last.opens();

  await expect(pending).resolves.toEqual({
    opened: true,
    ending: 'answered',
    openMs: 40,
    totalMs: 40,
  });
  expect(FakeSocket.last.closed).toBe(1);
});

it.each([
  ['binary', 'binary'],
  [undefined, []],
])('requests the subprotocol %s', (subprotocol, asked) => {
  void open({ subprotocol });

  expect(FakeSocket.last).toMatchObject({ url, protocols: asked });
});

it('waits for a first frame if one is expected', async () => {
  const pending = open({ firstFrameMs: 5_000 });
  FakeSocket.last.opens();
  vi.advanceTimersByTime(4_999);
  FakeSocket.last.speaks();

  await expect(pending).resolves.toMatchObject({
    opened: true,
    ending: 'answered',
    totalMs: 4_999,
  });
});

it('is silent if the first frame does not come in time', async () => {
  const pending = open({ timeoutMs: 3_500, firstFrameMs: 5_000 });
  FakeSocket.last.opens();
  vi.advanceTimersByTime(5_000);

  await expect(pending).resolves.toMatchObject({ opened: true, ending: 'silent', totalMs: 5_000 });
});

it.each([
  ['accepts a close frame', 4_004, true, 'answered'],
  ['accepts that of a server that waits for none', 1_000, false, 'answered'],
  ['detects a cut connection', 1_006, false, 'cut'],
])('%s before the first frame', async (_case, code, wasClean, ending) => {
  const pending = open({ firstFrameMs: 5_000 });
  FakeSocket.last.opens();
  FakeSocket.last.ends(code, wasClean);

  await expect(pending).resolves.toMatchObject({ opened: true, ending });
});

it('knows only that a socket did not open', async () => {
  const pending = open();
  FakeSocket.last.ends(1_006, false);

  await expect(pending).resolves.toMatchObject({ opened: false, ending: 'failed', openMs: null });
});

it('gives up on a socket that does not open in time, and closes it', async () => {
  const pending = open({ timeoutMs: 3_500 });
  vi.advanceTimersByTime(3_500);

  await expect(pending).resolves.toMatchObject({ opened: false, ending: 'timeout' });
  expect(FakeSocket.last.closed).toBe(1);
});

it('ends on abort, and closes the socket', async () => {
  const stop = new AbortController();
  const pending = open({ signal: stop.signal });
  stop.abort();

  await expect(pending).resolves.toMatchObject({ opened: false, ending: 'failed' });
  expect(FakeSocket.last.closed).toBe(1);
});

it('leaves no timer running', async () => {
  const pending = open({ firstFrameMs: 5_000 });
  FakeSocket.last.opens();
  FakeSocket.last.speaks();
  await pending;

  expect(vi.getTimerCount()).toBe(0);
});
