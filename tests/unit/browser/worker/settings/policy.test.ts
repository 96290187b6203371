import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeCheckSettings,
  readCheckSettings,
} from '../../../../../lib/browser/check-settings.ts';
import { followPolicy } from '../../../../../lib/browser/worker/settings/policy.ts';
import type { CheckSettings } from '../../../../../lib/settings/check-settings.ts';
import { someOtlp } from '../../../../helpers/upload-settings.ts';

vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  setStaggered: vi.fn(),
}));

const { managed } = fakeBrowser.storage;
const problem = 'everyMinutes: found 7, allowed: 0, 5, 15, 30, 60, 180';

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** A worker that looks for a policy when asked, and what it has an upload be. */
function aWorker() {
  const organise = vi.fn(async () => undefined);
  const settings = {
    organise: async (change: (before: CheckSettings) => CheckSettings) =>
      (await changeCheckSettings(change)).after,
  };
  const look = followPolicy({ settings, uploads: { organise }, inTurn: (work) => work() });
  return { look, organise };
}

it('keeps the label of the policy that fits, until one names none', async () => {
  const { look, organise } = aWorker();

  await managed.set({ label: 'Office 3', upload: someOtlp(), locked: ['label'] });
  await look();
  expect(await readCheckSettings()).toMatchObject({
    organisation: { label: 'Office 3', locked: ['label'], problem: null },
  });
  expect(organise).toHaveBeenLastCalledWith(someOtlp({ label: 'Office 3' }));

  await managed.set({ label: 'Office 4', everyMinutes: 7 });
  await look();
  expect(await readCheckSettings()).toMatchObject({ organisation: { label: 'Office 3', problem } });

  await managed.clear();
  await managed.set({ keptDays: 30 });
  await look();
  expect(await readCheckSettings()).toMatchObject({
    keptDays: 30,
    organisation: { label: null, locked: [], problem: null },
  });
});
