import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlertChange } from '../../../../lib/settings/alert-settings.ts';
import {
  type AlertSources,
  createAlertActions,
} from '../../../../lib/view/actions/alert-actions.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';
import { someAlertSettings } from '../../../helpers/alerts.ts';

interface Some {
  isOn?: boolean;
  answer?: boolean;
  part?: Partial<AlertSources>;
}

/** A page, a worker that keeps the settings, and a browser that answers its question. */
function aPage({ isOn = false, answer = true, part = {} }: Some = {}) {
  let settings = someAlertSettings({ isOn });
  let isPermitted = isOn;
  const calls: string[] = [];
  const sources: AlertSources = {
    readAlerts: async () => ({ settings, isPermitted }),
    async requestPermission() {
      calls.push('request');
      isPermitted ||= answer;
      return answer;
    },
    async removePermission() {
      calls.push('remove');
      isPermitted = false;
    },
    async changeAlerts(change: AlertChange) {
      calls.push(JSON.stringify(change));
      settings = { ...settings, ...change };
      return settings;
    },
    ...part,
  };
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  return { actions: createAlertActions(sources, holder), calls, state: holder.state };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('asks the browser in the click itself, and turns alerts on after a yes', async () => {
  const { actions, calls, state } = aPage();

  actions.onAlertsOn(true);

  expect(calls).toEqual(['request']);
  await vi.waitFor(() =>
    expect(state.value.alerts).toMatchObject({ settings: { isOn: true }, isPermitted: true }),
  );
});

it('leaves alerts off after a no', async () => {
  const { actions, calls, state } = aPage({ answer: false });

  actions.onAlertsOn(true);

  await vi.waitFor(() =>
    expect(state.value.alerts).toMatchObject({ settings: { isOn: false }, isPermitted: false }),
  );
  expect(calls).toEqual(['request']);
});

it('gives the permission back once the worker has turned alerts off', async () => {
  const { actions, calls, state } = aPage({ isOn: true });

  actions.onAlertsOn(false);

  await vi.waitFor(() =>
    expect(state.value.alerts).toMatchObject({ settings: { isOn: false }, isPermitted: false }),
  );
  expect(calls).toEqual(['{"isOn":false}', 'remove']);
});

it('shows a change at once, and takes it back where the worker refuses it', async () => {
  const refused = Promise.withResolvers<never>();
  const { actions, state } = aPage({
    isOn: true,
    part: { changeAlerts: () => refused.promise },
  });
  actions.onReadAlerts();
  await vi.waitFor(() => expect(state.value.alerts).toBeDefined());

  actions.onAlerts({ showsNames: true });
  expect(state.value.alerts?.settings.showsNames).toBe(true);
  refused.reject(new Error('broken'));

  await vi.waitFor(() => expect(state.value.error).toBe('worker'));
  expect(state.value.alerts?.settings.showsNames).toBe(false);
});

it('keeps a change on the page that the worker has not stored while it answers an earlier one', async () => {
  const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let settings = someAlertSettings();
  const asked = answers.values();
  const { actions, state } = aPage({
    part: {
      readAlerts: async () => ({ settings, isPermitted: true }),
      async changeAlerts(change) {
        await asked.next().value?.promise;
        settings = { ...settings, ...change };
        return settings;
      },
    },
  });
  const shown: unknown[] = [];
  actions.onReadAlerts();
  await vi.waitFor(() => expect(state.value.alerts).toBeDefined());
  state.subscribe(({ alerts }) => shown.push(alerts?.settings.hasQuietHours));

  actions.onAlerts({ showsNames: true });
  actions.onAlerts({ hasQuietHours: true });
  answers[0]?.resolve();
  await nextTurn();
  answers[1]?.resolve();
  await nextTurn();

  expect(state.value.alerts?.settings).toEqual(settings);
  expect(settings).toMatchObject({ showsNames: true, hasQuietHours: true });
  expect(shown.slice(shown.indexOf(true))).not.toContain(false);
});

it('does not go back to what was read before the worker answered a change', async () => {
  const reading = Promise.withResolvers<void>();
  const before = { settings: someAlertSettings(), isPermitted: false };
  const readAlerts = vi.fn<AlertSources['readAlerts']>(async () => before);
  const { actions, state } = aPage({ part: { readAlerts } });
  actions.onReadAlerts();
  await vi.waitFor(() => expect(state.value.alerts).toBeDefined());
  readAlerts.mockImplementation(async () => {
    await reading.promise;
    return { ...before, isPermitted: true };
  });

  actions.onReadAlerts();
  actions.onAlerts({ showsNames: true });
  await nextTurn();
  reading.resolve();

  await vi.waitFor(() => expect(state.value.alerts?.isPermitted).toBe(true));
  expect(state.value.alerts?.settings.showsNames).toBe(true);
});

it('takes a change back though nothing can be read any more', async () => {
  const readAlerts = vi.fn(async () => ({ settings: someAlertSettings(), isPermitted: true }));
  const { actions, state } = aPage({
    part: { readAlerts, changeAlerts: () => Promise.reject(new Error('no worker')) },
  });
  actions.onReadAlerts();
  await vi.waitFor(() => expect(state.value.alerts).toBeDefined());
  const unreadable = new Error('unreadable');
  readAlerts.mockRejectedValue(unreadable);

  actions.onAlerts({ showsNames: true });

  await vi.waitFor(() => expect(console.error).toHaveBeenCalledWith(unreadable));
  expect(state.value).toMatchObject({
    error: 'worker',
    alerts: { settings: { showsNames: false } },
  });
});
