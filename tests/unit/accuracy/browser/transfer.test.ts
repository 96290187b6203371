import { describe, expect, it } from 'vitest';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import type { Carried } from '../../../accuracy/browser/transfer.ts';
import { carry, type Way } from '../../../accuracy/browser/transfer.ts';
import { resolverHabits } from '../../../accuracy/line/delivery.ts';
import { createLine, packetBytes } from '../../../accuracy/line/line.ts';
import type { Loss } from '../../../accuracy/line/loss.ts';
import { createRandom } from '../../../accuracy/time/random.ts';
import { aSimulatedBrowser } from '../../../helpers/simulated-browser.ts';

const stall = { answerMs: 14_000, bodyMs: 10_000 };
const download = { receiveBytes: transferBytes, stall, timeoutMs: 25_000 };
const upload = { sendBytes: transferBytes, stall, timeoutMs: 25_000 };
const startMs = 1_000_000;

/** Of packets that arrive after so many milliseconds from the start of the stream. */
function wayOf(isLost: Loss = () => false, options: Partial<Way> = {}): Way {
  const line = createLine({
    random: createRandom(1),
    isLost,
    resolver: resolverHabits.chromium,
    roundTripMs: () => 100,
    jitter: 0,
    bitsPerSecond: Number.POSITIVE_INFINITY,
  });
  const unlimited = Number.POSITIVE_INFINITY;
  return { line, host: 'a.example', startMs, answerMs: 400, bytesPerSecond: unlimited, ...options };
}

/** Nothing more comes from some milliseconds after the request's start on. */
function deadFrom(offsetMs: number): Loss {
  return (atMs) => atMs >= startMs + offsetMs;
}

describe('a simulated transfer', () => {
  it('takes the round trips that its packets need beyond those of a small answer', () => {
    expect(carry(download, wayOf())).toEqual<Carried>({
      afterMs: 550,
      ending: 'complete',
      ttfbMs: 400,
      received: transferBytes,
      lastByteMs: 550,
    });
    expect(carry(upload, wayOf())).toEqual<Carried>({
      afterMs: 550,
      ending: 'complete',
      ttfbMs: 550,
      received: 0,
      lastByteMs: null,
    });
  });

  it('is none where a packet holds it', () => {
    expect(carry({ ...upload, sendBytes: packetBytes }, wayOf())).toBeNull();
    expect(carry({ ...upload, sendBytes: packetBytes + 1 }, wayOf())).not.toBeNull();
  });

  it('takes as long as what slows it down lets it', () => {
    expect(carry(upload, wayOf(undefined, { bytesPerSecond: 10_000 }))?.afterMs).toBeCloseTo(
      400 + 25 * 140,
    );
  });

  it('stops where no packet comes any more, as long after the last as the product waits', () => {
    expect(carry(download, wayOf(deadFrom(500)))).toEqual<Carried>({
      afterMs: 10_450,
      ending: 'stalled',
      ttfbMs: 400,
      received: 10 * packetBytes,
      lastByteMs: 450,
    });
    expect(carry(upload, wayOf(deadFrom(500)))).toEqual<Carried>({
      afterMs: 14_000,
      ending: 'stalled',
      ttfbMs: null,
      received: 0,
      lastByteMs: null,
    });
  });

  it('is not waited for beyond the limit for all of it', () => {
    expect(carry(download, wayOf(undefined, { bytesPerSecond: 1_000 }))).toEqual<Carried>({
      afterMs: 25_000,
      ending: 'timeout',
      ttfbMs: 400,
      received: 17 * packetBytes,
      lastByteMs: 400 + 17 * 1_400,
    });
  });

  it('has no answer where a small one took too long', () => {
    expect(carry(download, wayOf(undefined, { answerMs: 14_000 }))).toMatchObject({
      afterMs: 14_000,
      ending: 'stalled',
      ttfbMs: null,
    });
  });
});

describe('a simulated browser', () => {
  const page = 'https://web.telegram.org/';

  it('tells how far a download came', async () => {
    const { ask } = aSimulatedBrowser([], { bytesPerSecond: () => 1_000 });

    expect(await ask(page, { method: 'GET', ...download })).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'read',
      httpStatus: 200,
      bytes: 17 * packetBytes,
      freezeAtBytes: null,
      reusedConnection: null,
      totalMs: 25_000,
    });
  });

  it('tells nothing of an upload that stops but that it did', async () => {
    const { ask } = aSimulatedBrowser([], { bytesPerSecond: () => 1_000 });

    expect(await ask(page, { method: 'POST', ...upload })).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'write',
      httpStatus: null,
      bytes: null,
      bytesPerSecond: null,
      totalMs: 14_000,
    });
  });

  it('opens a new connection after a transfer that stopped', async () => {
    let rate = 1_000;
    const { ask } = aSimulatedBrowser([], { bytesPerSecond: () => rate });
    await ask(page, { method: 'POST', ...upload });
    rate = Number.POSITIVE_INFINITY;

    expect((await ask(page)).reusedConnection).toBe(false);
    expect(await ask(page, { method: 'POST', ...upload })).toMatchObject({
      reusedConnection: true,
      bytes: transferBytes,
    });
  });
});
