import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckSettings, SettingsChange } from '../../../../lib/settings/check-settings.ts';
import { createDashboardActions } from '../../../../lib/view/actions/dashboard-actions.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { allSettings, buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('has everything deleted, and says where that failed', async () => {
  const deleteEverything = vi.fn<PageSources['deleteEverything']>(fails);
  const sources = buildSources({ deleteEverything });
  const store = createPageStore(sources, settled);

  await createDashboardActions(sources, store.holder).onDeleteEverything();

  expect(store.state.value.error).toBe('worker');
  expect(deleteEverything).toHaveBeenCalledOnce();
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
