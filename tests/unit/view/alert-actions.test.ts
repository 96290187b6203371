import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlertChange } from '../../../lib/settings/alert-settings.ts';
import { type AlertSources, createAlertActions } from '../../../lib/view/alert-actions.ts';
import { createStateHolder } from '../../../lib/view/page-state.ts';
import { someAlertSettings } from '../../helpers/alerts.ts';

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
