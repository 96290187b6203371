import { describe, expect, it } from 'vitest';
import { readControlMemory } from '../../../lib/history/control-memory.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import type { ControlResult, NetworkResult, NetworkTrouble } from '../../../lib/model/network.ts';
import type { SignalId } from '../../../lib/model/route.ts';
import type { NetworkState } from '../../../lib/model/state.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound, aServiceResult, aSignal, aTargetResult } from '../../helpers/rounds.ts';

const open = useHistory();

function aControl(totalMs: number | null, ok = true): ControlResult {
  return { id: `control-${totalMs}`, group: 'foreign', ok, failure: null, totalMs };
}

interface Circumstances {
  state?: NetworkState;
  trouble?: NetworkTrouble;
  signal?: SignalId;
}

async function record(
  minute: number,
  controls: ControlResult[],
  { state = 'normal', trouble, signal: id }: Circumstances = {},
) {
  const network: NetworkResult = {
    state,
    confidence: 'high',
    ...(trouble && { trouble }),
    resolverPath: 'unknown',
    controls,
  };
  const signals = id === undefined ? [] : [aSignal({ id })];
  const routing = { verdict: 'unknown', confidence: 'low', signals } as const;
  const round = aRound({ id: `round-${minute}`, startedAt: at(60 * minute), network, routing });
  await recordRound(await open(), { round, standings: [], full: false });
}

describe('sites that never answer on this network', () => {
  const sites = (...ok: boolean[]) =>
    ok.map((one, index): ControlResult => ({ ...aControl(100, one), id: `site-${index}` }));

  it('are those that failed and never answered, from the first round on', async () => {
    await record(0, [...sites(false, false, true), { ...aControl(100, false), id: 'once' }]);
    await record(1, sites(false, true, false));

    const { silent } = await readControlMemory(await open());

    expect(silent.toSorted()).toEqual(['once', 'site-0']);
  });

  it('are not learnt on a network that was not normal', async () => {
    await record(0, sites(false), { state: 'degraded', trouble: 'slow' });

    expect((await readControlMemory(await open())).silent).toEqual([]);
  });
});

describe('controls that answered', () => {
  it('are remembered from any of the latest rounds', async () => {
    const [first, second] = [aControl(1), aControl(2, false)];
    await record(0, [first, second]);
    await record(1, [{ ...first, ok: false }, second]);

    expect((await readControlMemory(await open())).answered).toEqual([first.id]);
  });
});

describe('the usual time of the controls', () => {
  it('is the median of the times in the latest twenty rounds', async () => {
    for (let minute = 0; minute < 5; minute += 1) await record(minute, [aControl(9_000)]);
    for (let minute = 5; minute < 25; minute += 1) await record(minute, [aControl(100 + minute)]);

    expect((await readControlMemory(await open())).usualMs).toBe(115);
  });

  it('excludes failures, and rounds on a network that did not work', async () => {
    for (let minute = 0; minute < 10; minute += 1) {
      await record(minute, [aControl(100), aControl(100), aControl(null), aControl(5_000, false)]);
    }
    for (let minute = 10; minute < 20; minute += 1) {
      await record(minute, [aControl(9_000), aControl(9_000), aControl(9_000)], {
        state: 'degraded',
        trouble: 'loss',
      });
    }

    expect((await readControlMemory(await open())).usualMs).toBe(100);
  });

  it.each([
    ['nine', 9, 100],
    ['ten', 10, 1_300],
  ])('follows a network that is slow and no more, after %s rounds', async (_case, slow, usual) => {
    for (let minute = 0; minute < 20; minute += 1) await record(minute, [aControl(100)]);
    for (let minute = 20; minute < 20 + slow; minute += 1) {
      await record(minute, [aControl(1_300)], { state: 'degraded', trouble: 'slow' });
    }

    expect((await readControlMemory(await open())).usualMs).toBe(usual);
  });

  it.each([
    ['exit-changed', 1_300],
    ['exit-changed-services', 1_300],
    ['exit-abroad', 100],
  ] as const)('is that since the exit last changed: %s', async (signal, usual) => {
    const fast = Array.from({ length: 60 }, () => aControl(100));
    const slow = Array.from({ length: 10 }, () => aControl(1_300));
    await record(0, slow, { signal: 'exit-changed' });
    await record(1, fast);
    await record(2, slow, { signal });
    await record(3, slow);

    expect((await readControlMemory(await open())).usualMs).toBe(usual);
  });

  it('is unknown from fewer than twenty times', async () => {
    for (let minute = 0; minute < 19; minute += 1) await record(minute, [aControl(100)]);

    expect((await readControlMemory(await open())).usualMs).toBeNull();
  });
});

describe('connections on which transfers fell silent', () => {
  it('are remembered with their last byte, whatever the network', async () => {
    const stopped = aFailure('timeout', { startedAt: at(10), failedOperation: 'read' });
    const attempts = [
      anAttempt(),
      { ...stopped, freezeAtBytes: 16_000, lastByteMs: 500 },
      { ...stopped, freezeAtBytes: 16_000, valid: false },
      { ...stopped, freezeAtBytes: null },
    ];
    const large = aTargetResult({ kind: 'download', attempts });
    const small = aTargetResult({ attempts: [{ ...stopped, failedOperation: null }] });
    const strange = { ...large, url: 'nowhere' };
    const services = [aServiceResult({ targets: [large, small, strange] })];
    await recordRound(await open(), { round: aRound({ services }), standings: [], full: false });

    expect((await readControlMemory(await open())).fellSilent).toEqual([
      { host: 'web.chat.example', lastByteAt: Date.parse(at(10.5)) },
    ]);
  });
});
