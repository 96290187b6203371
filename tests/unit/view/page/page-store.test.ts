import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import type { SeenRoute } from '../../../../lib/model/route.ts';
import {
  defaultRoutingSettings,
  type RoutingChange,
  type RoutingSettings,
} from '../../../../lib/routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../../../../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import { createDashboardActions } from '../../../../lib/view/actions/dashboard-actions.ts';
import { usualChoices } from '../../../../lib/view/export-choices.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { aCatalogPreview } from '../../../helpers/catalog-preview.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import { aSiteAnswer } from '../../../helpers/site-answers.ts';
import { buildProgress, buildRound, buildService } from '../build-round.ts';

const progress = buildProgress([{}]);

function aHistory(part: Partial<Round> = {}): { rounds: Round[]; route: SeenRoute | null } {
  return { rounds: [buildRound(part)], route: null };
}

function buildSources(part: Partial<PageSources> = {}): PageSources {
  return {
    readHistory: async () => aHistory(),
    readSetAside: async () => [],
    mendHistory: async () => {},
    deleteSetAside: async () => {},
    saveSetAside: async () => {},
    readSettings: async () => ({
      checkSettings: someSettings(),
      routingSettings: defaultRoutingSettings,
    }),
    isCheckPermitted: async () => true,
    requestCheckPermission: async () => true,
    isRoutePermitted: async () => true,
    requestRoutePermission: async () => true,
    removeRoutePermission: async () => {},
    requestHosts: async () => true,
    requestSitePermission: async () => true,
    addOwnService: async () => {},
    removeOwnService: async () => {},
    tryService: async () => aSiteAnswer(),
    readServices: async () => [],
    readCatalog: async () => ({ version: '2026-11-26', reviewed: null, fromFile: false }),
    previewCatalog: async () => aCatalogPreview(),
    useCatalog: async () => {},
    useBuiltInCatalog: async () => {},
    readProgress: async () => null,
    readNextCheckAt: async () => '2026-03-01T12:15:00.000Z',
    readLostRound: async () => null,
    agree: async () => someSettings(),
    changeSettings: async (change) => someSettings(change),
    changeRouting: async (change) => ({ ...defaultRoutingSettings, ...change }),
    resetSettings: async () => someSettings(),
    startRound: async () => 'round-2',
    cancelRound: async () => true,
    loadTexts: async () => {},
    saveLanguage: async () => {},
    deletePart: async () => {},
    deleteEverything: async () => {},
    saveExport: async () => {},
    now: () => new Date('2026-03-01T12:05:00.000Z'),
    ...part,
  };
}

function allSettings(checks: Partial<CheckSettings>, routing: RoutingChange = {}) {
  return {
    checkSettings: someSettings(checks),
    routingSettings: { ...defaultRoutingSettings, ...routing },
  };
}

const settled = {
  language: 'en',
  reportedCosts: { savesData: true, cellular: false },
  isResearchBuild: false,
} as const;

const fails = async (): Promise<never> => {
  throw new Error('broken');
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('opens from the history without asking the worker', async () => {
  const readProgress = vi.fn(async () => null);
  const store = createPageStore(buildSources({ readProgress }), settled);

  await store.open();

  expect(store.state.value.rounds).toHaveLength(1);
  expect(readProgress).not.toHaveBeenCalled();
});

it('catches up with what has changed before it could hear of changes', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const readSettings = vi.fn(buildSources().readSettings);
  const store = createPageStore(buildSources({ readHistory, readSettings }), settled);
  await store.open();
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));
  const before = await buildSources().readSettings();
  const checkSettings = { ...before.checkSettings, everyMinutes: 60 } as const;
  readSettings.mockResolvedValue({ ...before, checkSettings });

  await store.follow();

  expect(store.state.value).toMatchObject({ rounds: [{ id: 'round-2' }], checkSettings });
});

it('shows an error where the history cannot be read', async () => {
  const store = createPageStore(buildSources({ readHistory: fails }), settled);

  await store.open();

  expect(store.state.value.error).toBe('history');
});

it('keeps its data where the worker does not answer, and recovers', async () => {
  const readProgress = vi.fn<PageSources['readProgress']>(fails);
  const store = createPageStore(buildSources({ readProgress }), settled);
  await store.open();

  await store.refresh();
  expect(store.state.value).toMatchObject({ error: 'worker', rounds: [{ id: 'round-1' }] });

  readProgress.mockResolvedValue(progress);
  await store.refresh();
  expect(store.state.value).toMatchObject({ error: null, progress });
});

it('shows a round as running once it has started', async () => {
  const store = createPageStore(buildSources({ readProgress: async () => progress }), settled);

  store.actions.onCheck();

  await vi.waitFor(() => expect(store.state.value.progress).toBe(progress));
});

it('keeps a round that began while the page asked about other things', async () => {
  const services = Promise.withResolvers<ServiceChoice[]>();
  const readProgress = vi.fn<PageSources['readProgress']>(async () => null);
  const readServices = () => services.promise;
  const store = createPageStore(buildSources({ readProgress, readServices }), settled);
  const refreshing = store.refresh();
  readProgress.mockResolvedValue(progress);
  await store.onProgress(progress);

  services.resolve([]);
  await refreshing;

  expect(store.state.value.progress).toBe(progress);
});

it('keeps a round that began while the page asked whether one runs', async () => {
  const answer = Promise.withResolvers<null>();
  const readProgress = vi.fn(() => answer.promise);
  const store = createPageStore(buildSources({ readProgress }), settled);
  const refreshing = store.refresh();
  await vi.waitFor(() => expect(readProgress).toHaveBeenCalled());
  await store.onProgress(progress);

  answer.resolve(null);
  await refreshing;

  expect(store.state.value.progress).toBe(progress);
});

it('reads the history again when a round ends', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const store = createPageStore(buildSources({ readHistory }), settled);
  await store.onProgress(progress);
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));

  await store.onProgress(null);

  expect(store.state.value).toMatchObject({ progress: null, rounds: [{ id: 'round-2' }] });
});

it('takes a round for over once its states are recorded, though its labels may deepen', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const judged = { ...progress, judged: true as const };
  const sources = buildSources({ readHistory, readProgress: async () => judged });
  const store = createPageStore(sources, settled);
  await store.onProgress(progress);
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));

  await store.onProgress(judged);

  expect(store.state.value).toMatchObject({ progress: null, rounds: [{ id: 'round-2' }] });
});

it('asks again while a round runs, since the worker may have died', async () => {
  const store = createPageStore(buildSources(), settled);
  await store.onProgress(progress);

  await store.tick();

  expect(store.state.value.progress).toBeNull();
});

it('changes the language once its texts are loaded, and saves it', async () => {
  const texts = Promise.withResolvers<void>();
  const saveLanguage = vi.fn(async () => {});
  const sources = buildSources({ loadTexts: () => texts.promise, saveLanguage });
  const store = createPageStore(sources, settled);

  store.actions.onLanguage('ru');
  const before = store.state.value.language;
  texts.resolve();

  expect(before).toBe('en');
  await vi.waitFor(() => expect(saveLanguage).toHaveBeenCalledWith('ru'));
  expect(store.state.value.language).toBe('ru');
});

it('ends in the language that was chosen last, whichever texts come first', async () => {
  const texts: Record<string, PromiseWithResolvers<void>> = {
    fa: Promise.withResolvers(),
    ru: Promise.withResolvers(),
  };
  const saveLanguage = vi.fn(async () => {});
  const loadTexts = async (language: string) => texts[language]?.promise;
  const store = createPageStore(buildSources({ loadTexts, saveLanguage }), settled);

  store.actions.onLanguage('fa');
  store.actions.onLanguage('ru');
  texts.ru?.resolve();
  await vi.waitFor(() => expect(saveLanguage).toHaveBeenCalledWith('ru'));
  texts.fa?.resolve();
  await texts.fa?.promise;
  await Promise.resolve();

  expect(store.state.value.language).toBe('ru');
  expect(saveLanguage).toHaveBeenCalledTimes(1);
});

it('leaves a language that an organisation has locked', async () => {
  const loadTexts = vi.fn(async () => {});
  const saveLanguage = vi.fn(async () => {});
  const checkSettings = someSettings({ organisation: anOrganisation({ locked: ['language'] }) });
  const readSettings = async () => ({ checkSettings, routingSettings: defaultRoutingSettings });
  const store = createPageStore(buildSources({ readSettings, loadTexts, saveLanguage }), settled);
  await store.open();

  store.actions.onLanguage('ru');

  await Promise.resolve();
  expect(store.state.value.language).toBe('en');
  expect(loadTexts).not.toHaveBeenCalled();
  expect(saveLanguage).not.toHaveBeenCalled();
});

const aside = { database: 'dozvon', why: 'damaged', at: '2026-03-01T12:00:00.000Z' } as const;

it('shows what was set aside though the history cannot be read, and has that looked into', async () => {
  const readHistory = vi.fn<PageSources['readHistory']>(fails);
  const mendHistory = vi.fn(async () => {
    readHistory.mockResolvedValue({ rounds: [], route: null });
  });
  const sources = buildSources({
    readHistory,
    readSetAside: async () => [aside],
    mendHistory,
  });
  const store = createPageStore(sources, settled);
  await store.open();

  await vi.waitFor(() => expect(store.state.value.setAside).toEqual([aside]));
  expect(mendHistory).not.toHaveBeenCalled();
  await store.refresh();

  expect(mendHistory).toHaveBeenCalledOnce();
  expect(store.state.value.error).toBeNull();
});

it('asks for nothing to be looked into where the history can be read', async () => {
  const mendHistory = vi.fn(async () => {});
  const store = createPageStore(buildSources({ mendHistory }), settled);
  await store.open();

  await store.refresh();

  expect(mendHistory).not.toHaveBeenCalled();
});

it('shows what was set aside before the page listened', async () => {
  const readSetAside = vi.fn<PageSources['readSetAside']>(async () => []);
  const store = createPageStore(buildSources({ readSetAside }), settled);
  await store.open();
  readSetAside.mockResolvedValue([aside]);

  await store.refresh();

  expect(store.state.value.setAside).toEqual([aside]);
});

it('deletes what was set aside, and saves it', async () => {
  let setAside = [aside];
  const saveSetAside = vi.fn(async () => {});
  const deleteSetAside = vi.fn(async () => {
    setAside = [];
  });
  const sources = buildSources({
    readSetAside: async () => setAside,
    saveSetAside,
    deleteSetAside,
  });
  const store = createPageStore(sources, settled);
  await store.open();

  const actions = createDashboardActions(sources, store.holder);
  actions.onSaveSetAside('dozvon');
  actions.onDeleteSetAside('dozvon');

  await vi.waitFor(() => expect(store.state.value.setAside).toEqual([]));
  expect(saveSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
  expect(deleteSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
});

it('shows an error where the last check could not be saved, until one was', async () => {
  const round = buildRound({ id: 'lost' });
  const readLostRound = vi.fn<PageSources['readLostRound']>(async () => ({ round }));
  const store = createPageStore(buildSources({ readLostRound }), settled);
  const ids = () => store.state.value.rounds.map(({ id }) => id);
  await store.open();

  await store.refresh();
  expect(store.state.value.error).toBe('unsaved');
  expect(ids(), 'shown all the same').toEqual(['lost', 'round-1']);
  await store.onHistory();
  expect(ids()).toEqual(['lost', 'round-1']);

  readLostRound.mockResolvedValue(null);
  await store.refresh();
  expect(store.state.value.error).toBeNull();
  expect(ids()).toEqual(['round-1']);
});

it.each<[boolean, Partial<PageSources>, string]>([
  [true, { readHistory: fails }, 'unsaved'],
  [false, { readHistory: fails }, 'history'],
  [true, { readProgress: fails }, 'worker'],
])('where the last check was lost (%s) and %o, says "%s"', async (lost, part, error) => {
  const readLostRound = async () => (lost ? { round: null } : null);
  const sources = buildSources({ readLostRound, ...part });
  const store = createPageStore(sources, settled);
  await store.open();

  await store.refresh();

  expect(store.state.value.error).toBe(error);
});

it('shows an error where the export fails', async () => {
  const store = createPageStore(buildSources({ saveExport: fails }), settled);

  store.actions.onExport(usualChoices);

  await vi.waitFor(() => expect(store.state.value.error).toBe('export'));
});

it.each([
  ['shown, and ticked', true, true, true],
  ['shown, and not ticked', true, false, false],
  ['hidden, though ticked', false, true, false],
])('a route that is %s', async (_case, showRouting, route, routing) => {
  const saveExport = vi.fn(async () => {});
  const routingSettings = { ...defaultRoutingSettings, showRouting };
  const readSettings = async () => ({ checkSettings: someSettings(), routingSettings });
  const store = createPageStore(buildSources({ saveExport, readSettings }), settled);
  await store.open();

  store.actions.onExport({ ...usualChoices, route });

  const options = expect.objectContaining({ routing, addresses: false });
  expect(saveExport).toHaveBeenCalledWith(
    expect.objectContaining({ format: 'csv', options }),
    expect.anything(),
  );
});

it('exports the addresses of servers where that is ticked', async () => {
  const saveExport = vi.fn(async () => {});
  const store = createPageStore(buildSources({ saveExport }), settled);

  store.actions.onExport({ ...usualChoices, addresses: true });

  const options = expect.objectContaining({ routing: false, addresses: true });
  expect(saveExport).toHaveBeenCalledWith(
    expect.objectContaining({ format: 'csv', options }),
    expect.anything(),
  );
});

it('shows how far a file is, makes one at a time, and none after a cancellation', async () => {
  const seen: AbortSignal[] = [];
  const saveExport: PageSources['saveExport'] = async (_request, { signal, onProgress }) => {
    seen.push(signal);
    onProgress({ done: 2, total: 5 });
    await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  const store = createPageStore(buildSources({ saveExport }), settled);

  store.actions.onExport(usualChoices);
  store.actions.onExport(usualChoices);
  expect(store.state.value.exporting).toEqual({ done: 2, total: 5 });
  expect(seen).toHaveLength(1);
  store.actions.onCancelExport();

  await vi.waitFor(() => expect(store.state.value.exporting).toBeNull());
  expect(store.state.value.error).toBeNull();
  store.actions.onExport(usualChoices);
  expect(seen.map(({ aborted }) => aborted)).toEqual([true, false]);
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

it('has everything deleted, and says where that failed', async () => {
  const deleteEverything = vi.fn<PageSources['deleteEverything']>(fails);
  const sources = buildSources({ deleteEverything });
  const store = createPageStore(sources, settled);

  await createDashboardActions(sources, store.holder).onDeleteEverything();

  expect(store.state.value.error).toBe('worker');
  expect(deleteEverything).toHaveBeenCalledOnce();
});

it('reads the history again once it has changed', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const store = createPageStore(buildSources({ readHistory }), settled);
  await store.open();
  readHistory.mockResolvedValue({ rounds: [], route: null });

  await store.onHistory();

  expect(store.state.value.rounds).toEqual([]);
});

it('opens with the stored settings, and without a yes where they cannot be read', async () => {
  const well = createPageStore(buildSources(), settled);
  const broken = createPageStore(buildSources({ readSettings: fails }), settled);

  await Promise.all([well.open(), broken.open()]);

  expect(well.state.value.checkSettings).toEqual(someSettings());
  expect(broken.state.value).toMatchObject({ error: 'storage', checkSettings: { agreed: false } });
});

it('says that the storage cannot be read, whatever else fails for that, until it can', async () => {
  const readSettings = vi.fn(buildSources().readSettings).mockRejectedValue(new Error('broken'));
  const sources = { readSettings, readHistory: fails, readProgress: fails };
  const store = createPageStore(buildSources(sources), settled);
  await store.open();
  await store.follow();
  expect(store.state.value.error).toBe('storage');

  readSettings.mockImplementation(buildSources().readSettings);
  await store.follow();
  expect(store.state.value.error).toBe('worker');
});

it('shows the round that the yes has started', async () => {
  const readProgress = async () => progress;
  const store = createPageStore(buildSources({ readProgress }), settled);

  store.actions.onAgree(true);

  await vi.waitFor(() => expect(store.state.value.progress).toBe(progress));
  expect(store.state.value.checkSettings.agreed).toBe(true);
});

it('shows a change of settings at once, and then as it was stored', async () => {
  const changeSettings = vi.fn(async () => someSettings({ everyMinutes: 60, discreet: true }));
  const store = createPageStore(buildSources({ changeSettings }), settled);
  await store.open();

  store.actions.onCheckSettings({ everyMinutes: 60 });

  expect(store.state.value.checkSettings.everyMinutes).toBe(60);
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ everyMinutes: 60 });
  await vi.waitFor(() => expect(store.state.value.checkSettings.discreet).toBe(true));
});

it('keeps a change that is not stored yet, whatever the answers to earlier ones and other pages say', async () => {
  const answers = [Promise.withResolvers<CheckSettings>(), Promise.withResolvers<CheckSettings>()];
  const asked = [...answers];
  const changeSettings = async () => (await asked.shift()?.promise) ?? someSettings();
  const store = createPageStore(buildSources({ changeSettings }), settled);
  await store.open();
  const shown = () => store.state.value.checkSettings;

  store.actions.onCheckSettings({ services: { viber: false } });
  store.actions.onCheckSettings({ services: { signal: false } });
  answers[0]?.resolve(someSettings({ services: { viber: false }, discreet: true }));
  await vi.waitFor(() => expect(shown().discreet).toBe(true));
  expect(shown().services).toEqual({ viber: false, signal: false });
  await store.onSettings(allSettings({ services: { viber: false }, everyMinutes: 60 }));
  expect(shown()).toMatchObject({ everyMinutes: 60, services: { viber: false, signal: false } });

  answers[1]?.reject(new Error('no'));
  await vi.waitFor(() => expect(store.state.value.error).toBe('worker'));
  expect(shown().services).toEqual({ viber: false });
});

it('takes a change back that could not be stored', async () => {
  const store = createPageStore(buildSources({ changeSettings: fails }), settled);
  await store.open();

  store.actions.onCheckSettings({ services: { viber: false } });

  await vi.waitFor(() => expect(store.state.value.error).toBe('worker'));
  expect(store.state.value.checkSettings.services).toEqual({});
});

describe('a service that takes a permission', () => {
  const hosts = ['https://rare.example/*'];
  const readServices = async () => [
    { id: 'rare', name: 'Rare', enabledByDefault: false, permissions: hosts },
  ];

  async function turnOn(isOn: boolean, requestHosts: PageSources['requestHosts']) {
    const changeSettings = vi.fn(async (change: SettingsChange) => someSettings(change));
    const sources = buildSources({ readServices, requestHosts, changeSettings });
    const store = createPageStore(sources, settled);
    await store.refresh();
    store.actions.onCheckSettings({ services: { rare: isOn } });
    return { store, changeSettings };
  }

  it('is turned on once the person has given it in the click', async () => {
    const requestHosts = vi.fn(async () => true);
    const { changeSettings } = await turnOn(true, requestHosts);

    expect(requestHosts).toHaveBeenCalledExactlyOnceWith(hosts);
    await vi.waitFor(() => expect(changeSettings).toHaveBeenCalledOnce());
  });

  it.each<[string, PageSources['requestHosts']]>([
    ['refuses', async () => false],
    ['cannot ask', fails],
  ])('stays off where the person or the browser %s', async (_case, requestHosts) => {
    const { store, changeSettings } = await turnOn(true, requestHosts);
    const before = store.state.value;

    await vi.waitFor(() => expect(store.state.value).not.toBe(before));
    expect(store.state.value.checkSettings.services).toEqual({});
    expect(changeSettings).not.toHaveBeenCalled();
  });

  it('is turned off without a question', async () => {
    const requestHosts = vi.fn(async () => true);
    const { changeSettings } = await turnOn(false, requestHosts);

    expect(requestHosts).not.toHaveBeenCalled();
    expect(changeSettings).toHaveBeenCalledOnce();
  });
});

it('pauses from now on, and resumes', async () => {
  const changeSettings = vi.fn(async () => someSettings());
  const store = createPageStore(buildSources({ changeSettings }), settled);

  store.actions.onPause('hour');
  store.actions.onResume();

  expect(changeSettings.mock.calls).toEqual([
    [{ pausedUntil: '2026-03-01T13:05:00.000Z' }],
    [{ pausedUntil: null }],
  ]);
});

it('follows a change of settings on another page, with the next check', async () => {
  const readNextCheckAt = vi.fn(async () => null);
  const store = createPageStore(buildSources({ readNextCheckAt }), settled);

  await store.onSettings(allSettings({ everyMinutes: null }));

  expect(store.state.value).toMatchObject({
    checkSettings: { everyMinutes: null },
    nextCheckAt: null,
  });
  expect(readNextCheckAt).toHaveBeenCalledOnce();
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

describe('after a check for which the browser permitted no site', () => {
  const service = buildService({ state: 'insufficient', reason: 'needs-permission' });
  const readHistory = async () => aHistory({ services: [service] });

  it.each([
    ['the person allows them', async () => true, 1],
    ['the person refuses', async () => false, 0],
    ['the browser may not ask', fails, 0],
  ])('asks within the click, and checks where %s', async (_case, answer, checks) => {
    const requestCheckPermission = vi.fn(answer);
    const startRound = vi.fn(async () => 'round-2');
    const sources = buildSources({ readHistory, requestCheckPermission, startRound });
    const store = createPageStore(sources, settled);
    await store.open();

    store.actions.onPermitCheck();
    const isAskedAtOnce = requestCheckPermission.mock.calls.length === 1;
    await requestCheckPermission.mock.results[0]?.value.catch(() => {});
    await vi.waitFor(() => expect(startRound).toHaveBeenCalledTimes(checks));

    expect(isAskedAtOnce).toBe(true);
    expect(store.state.value.error).toBeNull();
  });

  it.each([
    ['as the browser’s settings give them back', {}, 1],
    ['not while checks are paused', { pausedUntil: 'resumed' as const }, 0],
  ])('checks by itself %s', async (_case, settings, checks) => {
    const isCheckPermitted = vi.fn(async () => false);
    const startRound = vi.fn(async () => 'round-2');
    const checkSettings = someSettings(settings);
    const sources = buildSources({ readHistory, isCheckPermitted, startRound });
    const readSettings = async () => ({ ...(await sources.readSettings()), checkSettings });
    const store = createPageStore({ ...sources, readSettings }, settled);
    await store.follow();
    await store.onPermissions();
    const before = startRound.mock.calls.length;

    isCheckPermitted.mockResolvedValue(true);
    await store.onPermissions();

    expect(before).toBe(0);
    expect(startRound).toHaveBeenCalledTimes(checks);
  });

  it('checks as a page opens on which the browser’s question was answered too late', async () => {
    const startRound = vi.fn(async () => 'round-2');
    const store = createPageStore(buildSources({ readHistory, startRound }), settled);

    await store.follow();

    expect(startRound).toHaveBeenCalledOnce();
  });
});

it('checks nothing by itself where the last check was permitted some site', async () => {
  const startRound = vi.fn(async () => 'round-2');
  const forbidden = buildService({ state: 'insufficient', reason: 'needs-permission' });
  const readHistory = async () => aHistory({ services: [forbidden, buildService()] });
  const store = createPageStore(buildSources({ readHistory, startRound }), settled);

  await store.follow();
  await store.onPermissions();

  expect(startRound).not.toHaveBeenCalled();
});
