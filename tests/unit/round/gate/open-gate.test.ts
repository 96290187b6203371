import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../lib/model/plan.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const site = (id: string, operator = id) =>
  aControl({ id, operator, pulse: false, url: `https://${id}.example/` });

const catalog = aCatalog({
  controls: [
    ...['one', 'two'].map((id) => ({ ...site(id), pulse: true })),
    site('three'),
    { ...site('home'), group: 'domestic', pulse: true },
    { ...site('literal'), group: 'dns', inReserve: true },
    { ...site('home-literal'), group: 'dns', inReserve: true, atHome: true },
  ],
  witnesses: [site('same', 'one'), site('a'), site('b'), site('c'), site('d')],
  services: [],
});

const unknownName = aFailedObservation({ failedOperation: 'resolve' });

const everythingAbroad = ['one', 'two', 'three', 'same', 'a', 'b', 'c', 'd'];

/** Opens a gate while some sites are silent; which were asked, in order, and what is said of the network. */
async function openWhile(
  silent: readonly string[],
  plan: Partial<Plan> = {},
  sparesHome = false,
  proxied?: readonly string[],
) {
  const isSilent = (url: string) => silent.some((id) => url.includes(`//${id}.`));
  const { tools, probed } = aRoundWorld(async ({ url, timeoutMs }) => {
    // A proxy answers for names that do not exist, too.
    const isBelow = new URL(url).hostname.split('.').length > 2;
    if (isBelow) return proxied?.some((id) => url.includes(`.${id}.`)) ? {} : unknownName;
    if (!isSilent(url)) return {};
    // Silence lasts as long as its limit: what else the gate asks meanwhile is asked.
    for (let turn = 0; turn < timeoutMs / 100; turn += 1) await nextTurn();
    return aFailedObservation();
  });
  const { controls, network } = await runRound({
    catalog,
    record: emptyRecord(aPlan({ services: [], full: false, ...plan })),
    signal: new AbortController().signal,
    tools: {
      ...tools,
      writeJournal: async () => undefined,
      ...(sparesHome && { asksThroughDetour: async () => false }),
      ...(proxied !== undefined && { hidesProxy: true }),
    },
    onProgress: () => undefined,
  });
  const asked = probed.map((url) => new URL(url).hostname.replace('.example', ''));
  return { asked, state: network.state, seen: controls.map(({ id }) => id) };
}

describe('the opening gate', () => {
  it('asks its own sites where they answer', async () => {
    expect(await openWhile([])).toMatchObject({ asked: ['one', 'two', 'home'], state: 'normal' });
  });

  it('asks sites of other operators where one of its own is silent, and that one again', async () => {
    const { asked, state } = await openWhile(['one']);

    expect(asked.slice(3)).toEqual(['a', 'b', 'c', 'one']);
    expect(state).toBe('normal');
  });

  it.each([[['one', 'two']], [['one', 'a', 'b']], [['two', 'a', 'b', 'c']]])(
    'finds the network normal where %j are silent',
    async (silent) => {
      expect((await openWhile(silent)).state).toBe('normal');
    },
  );

  it('says that only home answers once several operators were asked', async () => {
    const { asked, state } = await openWhile(everythingAbroad);

    expect(state).toBe('allowlist');
    expect(new Set(asked)).toEqual(new Set([...everythingAbroad, 'home']));
    expect(asked.filter((id) => id === 'three')).toHaveLength(1);
  });

  it('does not say so where it is a proxy that is silent, for all that is abroad', async () => {
    const { state } = await openWhile(everythingAbroad, {}, false, everythingAbroad);

    expect(state).toBe('degraded');
  });

  it.each([
    ['no site is left to a proxy', []],
    ['one is not', everythingAbroad.slice(1)],
  ])('says so where %s', async (_case, proxied) => {
    const { state } = await openWhile(everythingAbroad, {}, false, proxied);

    expect(state).toBe('allowlist');
  });

  it('looks for no proxy where sites abroad answer', async () => {
    const { asked } = await openWhile([], {}, false, everythingAbroad);

    expect(asked).toEqual(['one', 'two', 'home']);
  });

  it('asks the site that a pulse leaves out, where but one operator answers of all others', async () => {
    const silent = ['two', 'a', 'b', 'c', 'd'];

    expect(await openWhile(silent)).toMatchObject({
      asked: expect.arrayContaining(['three']),
      state: 'normal',
    });
  });

  it.each([true, false])(
    'asks what is in reserve where home is silent, too (%s)',
    async (spares) => {
      const { asked } = await openWhile([...everythingAbroad, 'home'], {}, spares);

      expect(asked).toContain('literal');
      expect(asked).toContain('home-literal');
    },
  );

  it('keeps controls in reserve while a foreign site answers, in a full round too', async () => {
    const { asked } = await openWhile(['one'], { full: true });

    expect(asked).toContain('home');
    expect(asked).not.toContain('literal');
    expect(asked).not.toContain('home-literal');
  });

  it('asks by address at home last, where nothing speaks for a detour', async () => {
    const { asked, state } = await openWhile([...everythingAbroad, 'home'], {}, true);

    expect(asked.indexOf('home-literal')).toBeGreaterThan(asked.indexOf('literal'));
    expect(state).toBe('degraded');
  });

  it('hears nothing of a silent domestic control that nobody has seen answer', async () => {
    const silent = [...everythingAbroad, 'home', 'literal', 'home-literal'];
    const proven = await openWhile(silent);
    const unproven = await openWhile(silent, { unprovenControls: ['home'] });

    expect(proven.seen).toContain('home');
    expect(unproven.seen).not.toContain('home');
    expect(unproven.state).toBe('offline');
  });

  it('believes such a control once it answers', async () => {
    const { seen, state } = await openWhile(everythingAbroad, { unprovenControls: ['home'] });

    expect(seen).toContain('home');
    expect(state).toBe('allowlist');
  });

  it('asks such a control in no pulse, unless nothing else answers', async () => {
    const { asked } = await openWhile([], { unprovenControls: ['home'] });

    expect(asked).toEqual(['one', 'two']);
  });

  it('asks others in place of sites that never answer here, in the order of the round', async () => {
    const { asked } = await openWhile([], {
      silentControls: ['two', 'd'],
      witnesses: ['d', 'c', 'a', 'b', 'same'],
    });

    expect(asked).toEqual(['one', 'c', 'home']);
  });

  it('keeps by how many days the clock differs from that of a control', async () => {
    const { tools } = aRoundWorld(() => ({ clockAheadDays: 3 }));
    const { controls } = await runRound({
      catalog,
      record: emptyRecord(aPlan({ services: [], full: false })),
      signal: new AbortController().signal,
      tools: { ...tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });

    expect(controls[0]?.attempts).toMatchObject([{ clockAheadDays: 3 }]);
  });
});
