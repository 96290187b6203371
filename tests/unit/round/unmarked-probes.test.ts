import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unsentFailure } from '../../../lib/failure/unsent.ts';
import type { HttpRequest } from '../../../lib/probe/http.ts';
import { createUnmarkedProbes } from '../../../lib/round/unmarked-probes.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';

const { signal } = new AbortController();
const url = 'https://chat.example/';
const socketUrl = 'wss://chat.example/';
const socket = { url: socketUrl, timeoutMs: 1, signal };

function aRequest(method: HttpRequest['method']): HttpRequest {
  return { url, method, timeoutMs: 1, signal };
}

/** Probes in a browser that answers each attempt to remove marks in turn; the last answer stays. */
function inABrowserThat(...answers: ('removes' | 'refuses')[]) {
  const { tools, probed } = aRoundWorld();
  const asked = vi.fn<() => Promise<void>>(async () => {
    const answer = answers[Math.min(asked.mock.calls.length, answers.length) - 1];
    if (answer === 'refuses') throw new Error('no such rule');
  });
  const probes = createUnmarkedProbes(tools, { removeMarks: asked, now: () => dateAt(7) });
  return { probes, probed, asked };
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

describe('where the browser removes marks', () => {
  it('has them removed before anything is asked, and once', async () => {
    const { probes, asked } = inABrowserThat('removes');
    expect(asked).toHaveBeenCalledOnce();

    await probes.probe(aRequest('POST'));
    await probes.probeSocket(socket);

    expect(asked).toHaveBeenCalledOnce();
  });

  it('uploads and opens WebSockets', async () => {
    const { probes, probed } = inABrowserThat('removes');

    const seen = [await probes.probe(aRequest('POST')), await probes.probeSocket(socket)];

    expect(probed).toEqual([url, socketUrl]);
    expect(seen.map(({ failure }) => failure)).toEqual([null, null]);
  });

  it('asks freshly where the browser can, and only there', async () => {
    const { tools } = aRoundWorld();
    const removal = { removeMarks: async () => undefined, now: () => dateAt(0) };

    const can = createUnmarkedProbes({ ...tools, probeFreshly: tools.probe }, removal);
    const cannot = createUnmarkedProbes(tools, removal);

    expect((await can.probeFreshly?.(aRequest('HEAD')))?.failure).toBeNull();
    expect(cannot.probeFreshly).toBeUndefined();
  });

  it('waits for that before it uploads', async () => {
    const { tools, probed } = aRoundWorld();
    const removed = Promise.withResolvers<void>();
    const removal = { removeMarks: () => removed.promise, now: () => dateAt(0) };
    const probes = createUnmarkedProbes(tools, removal);

    const uploading = probes.probe(aRequest('POST'));
    await probes.probe(aRequest('HEAD'));
    expect(probed).toEqual([url]);
    removed.resolve();
    await uploading;

    expect(probed).toEqual([url, url]);
  });
});

describe('where the browser does not remove marks', () => {
  it.each(['HEAD', 'GET'] as const)('still asks by %s, which carries none', async (method) => {
    const { probes, probed } = inABrowserThat('refuses');

    await probes.probe(aRequest(method));
    await probes.probeSlowly(aRequest(method));

    expect(probed).toEqual([url, url]);
  });

  it('sends no body, which is a gap', async () => {
    const { probes, probed } = inABrowserThat('refuses');

    const seen = [
      await probes.probe(aRequest('POST')),
      await probes.probeSlowly(aRequest('POST')),
      await probes.probe(aRequest('OPTIONS')),
    ];

    expect(probed).toEqual([]);
    for (const one of seen) {
      expect(one).toMatchObject({ failure: unsentFailure, valid: false, startedAt: at(7) });
    }
  });

  it('opens no WebSocket, and its host is not to be asked in its place', async () => {
    const { probes, probed } = inABrowserThat('refuses');

    const seen = await probes.probeSocket(socket);

    expect(probed).toEqual([]);
    expect(seen).toMatchObject({ failure: unsentFailure, valid: false, hidden: false });
  });

  it('has it try again at the next of them', async () => {
    const { probes, probed } = inABrowserThat('refuses', 'refuses', 'removes');

    await probes.probe(aRequest('POST'));
    await probes.probeSocket(socket);

    expect(probed).toEqual([socketUrl]);
  });
});
