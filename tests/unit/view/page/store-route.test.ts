import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SeenRoute } from '../../../../lib/model/route.ts';
import { defaultRoutingSettings, type RoutingSettings } from '../../../../lib/routing/settings.ts';
import { createDashboardActions } from '../../../../lib/view/actions/dashboard-actions.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { buildRound } from '../build-round.ts';
import { aHistory, allSettings, buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('hides the route at once, and asks for this change alone', async () => {
  const changeRouting = vi.fn(buildSources().changeRouting);
  const store = createPageStore(buildSources({ changeRouting }), settled);

  store.actions.onRoutingSettings({ showRouting: false });

  expect(store.state.value.routingSettings.showRouting).toBe(false);
  expect(changeRouting).toHaveBeenCalledExactlyOnceWith({ showRouting: false });
});

it('shows settings of the route as another page left them, under its own change', async () => {
  const stored = Promise.withResolvers<RoutingSettings>();
  const store = createPageStore(buildSources({ changeRouting: () => stored.promise }), settled);
  await store.onSettings(allSettings({}, { recordExit: true }));
  expect(store.state.value.routingSettings.recordExit).toBe(true);

  store.actions.onRoutingSettings({ compareCalls: true });
  await store.onSettings(allSettings({}, { recordExit: false }));
  const meanwhile = store.state.value.routingSettings;
  stored.resolve({ ...defaultRoutingSettings, compareCalls: true, askCalls: false });

  await vi.waitFor(() => expect(store.state.value.routingSettings.askCalls).toBe(false));
  expect(meanwhile).toMatchObject({ recordExit: false, compareCalls: true });
  expect(store.state.value.routingSettings).toMatchObject({
    recordExit: false,
    compareCalls: true,
  });
});

it('takes a change of the route back that could not be stored', async () => {
  const store = createPageStore(buildSources({ changeRouting: fails }), settled);

  store.actions.onRoutingSettings({ recordExit: true });
  expect(store.state.value.routingSettings.recordExit).toBe(true);

  await vi.waitFor(() => expect(store.state.value.error).toBe('worker'));
  expect(store.state.value.routingSettings.recordExit).toBe(false);
});

it('shows the settings of the route too after a reset', async () => {
  const routingSettings = { ...defaultRoutingSettings, homeCountry: 'KZ' };
  const readSettings = async () => ({ checkSettings: someSettings(), routingSettings });
  const sources = buildSources({ readSettings });
  const { state, holder } = createPageStore(sources, settled);

  expect(await createDashboardActions(sources, holder).onResetSettings()).toBe(true);

  await vi.waitFor(() => expect(state.value.routingSettings.homeCountry).toBe('KZ'));
});

/** A browser whose person gives or refuses the permission; lists what the page did, in order. */
function permissionWorld(answer: () => Promise<boolean>, before = false) {
  const done: string[] = [];
  let isPermitted = before;
  const sources = buildSources({
    isRoutePermitted: async () => isPermitted,
    async requestRoutePermission() {
      done.push('asked');
      isPermitted = await answer();
      return isPermitted;
    },
    async removeRoutePermission() {
      done.push('removed');
      isPermitted = false;
    },
    async changeRouting(change) {
      done.push(`saved ${change.showRouting}`);
      return { ...defaultRoutingSettings, ...change };
    },
    async agree() {
      done.push('agreed');
      return someSettings();
    },
  });
  return { done, store: createPageStore(sources, settled) };
}

it.each([
  ['ticked and allowed', true, async () => true, ['asked', 'saved true', 'agreed'], true],
  ['ticked and refused', true, async () => false, ['asked', 'saved false', 'agreed'], false],
  ['ticked, but the browser cannot ask', true, fails, ['asked', 'saved false', 'agreed'], false],
  ['not ticked', false, async () => true, ['removed', 'saved false', 'agreed'], false],
])('a yes counts, with the route %s', async (_case, looksAtRoute, answer, steps, looks) => {
  const { done, store } = permissionWorld(answer);

  store.actions.onAgree(looksAtRoute);

  await vi.waitFor(() => expect(store.state.value.checkSettings.agreed).toBe(true));
  expect(done).toEqual(steps);
  expect(store.state.value).toMatchObject({
    routingSettings: { showRouting: looks },
    isRoutePermitted: looks,
  });
});

it.each(['onAgree', 'onLookAtRoute'] as const)('asks within the click: %s', (action) => {
  const { done, store } = permissionWorld(async () => true);

  store.actions[action](true);

  expect(done).toEqual(['asked']);
});

it('shows the look as turned off while the browser takes the permission back', async () => {
  const removed = Promise.withResolvers<void>();
  const sources = buildSources({ removeRoutePermission: () => removed.promise });
  const store = createPageStore(sources, settled);
  expect(store.state.value.routingSettings.showRouting).toBe(true);

  store.actions.onLookAtRoute(false);
  await store.onSettings(allSettings({}));
  const meanwhile = store.state.value.routingSettings.showRouting;
  removed.resolve();

  expect(meanwhile).toBe(false);
});

it('gives the permission back where the look at the route is turned off', async () => {
  const { done, store } = permissionWorld(async () => true, true);

  store.actions.onLookAtRoute(false);

  await vi.waitFor(() => expect(store.state.value.isRoutePermitted).toBe(false));
  expect(done).toEqual(['removed', 'saved false']);
});

describe('whether the look at the route is permitted', () => {
  const now = new Date('2026-03-01T12:00:00.000Z');
  const routing = buildRound().routing;

  async function openedAfter(looks: SeenRoute | null) {
    const isRoutePermitted = vi.fn(async () => false);
    const readHistory = async () => ({ ...aHistory(), route: looks });
    const sources = buildSources({ isRoutePermitted, readHistory, now: () => now });
    const store = createPageStore(sources, settled);
    await store.open();
    return { store, isRoutePermitted };
  }

  it.each([
    ['there was no look', null],
    ['the last look no longer holds', { at: '2026-03-01T05:59:00.000Z', routing }],
  ])('is asked before the page is drawn where %s', async (_case, looks) => {
    const { store } = await openedAfter(looks);

    expect(store.state.value.isRoutePermitted).toBe(false);
  });

  it('is taken from a look that still holds, and asked after the first frame', async () => {
    const { store, isRoutePermitted } = await openedAfter({
      at: '2026-03-01T11:00:00.000Z',
      routing,
    });
    expect(isRoutePermitted).not.toHaveBeenCalled();
    expect(store.state.value.isRoutePermitted).toBe(true);

    await store.follow();

    expect(store.state.value.isRoutePermitted).toBe(false);
  });
});

it('notices that the permission was taken away in the browser’s settings', async () => {
  const isRoutePermitted = vi.fn(async () => true);
  const store = createPageStore(buildSources({ isRoutePermitted }), settled);
  await store.open();
  const before = store.state.value.isRoutePermitted;

  isRoutePermitted.mockResolvedValue(false);
  await store.onPermissions();

  expect(before).toBe(true);
  expect(store.state.value.isRoutePermitted).toBe(false);
});
