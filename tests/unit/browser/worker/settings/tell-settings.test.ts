import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reschedule } from '../../../../../lib/browser/worker/checks/schedule.ts';
import { createCatalogKeeper } from '../../../../../lib/browser/worker/settings/catalog-file.ts';
import { createOwnServicesKeeper } from '../../../../../lib/browser/worker/settings/own-services.ts';
import { returnPermissions } from '../../../../../lib/browser/worker/settings/permissions.ts';
import { createSettingsKeeper } from '../../../../../lib/browser/worker/settings/settings-changes.ts';
import {
  createTelling,
  type TellSettings,
} from '../../../../../lib/browser/worker/settings/tell-settings.ts';
import { changeCheckSettings } from '../../../../../lib/browser/worker/stored/check-settings.ts';
import type { RoundController } from '../../../../../lib/round/controller.ts';
import type { CheckSettings } from '../../../../../lib/settings/check-settings.ts';

vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  reschedule: vi.fn(),
}));
vi.mock(import('../../../../../lib/browser/worker/settings/permissions.ts'), () => ({
  returnPermissions: vi.fn(),
}));

const controller = { progress: () => null, cancel: () => false } as unknown as RoundController;

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
});
afterEach(() => {
  vi.resetAllMocks();
  fakeBrowser.reset();
});

it.each<[string, (tell: TellSettings) => Promise<unknown>]>([
  [
    'another change',
    (tell) =>
      createSettingsKeeper(controller, { tell, forgetOld: vi.fn(), forgetExits: vi.fn() }).change({
        order: [],
      }),
  ],
  ['a service that goes', (tell) => createOwnServicesKeeper(controller, tell).remove('own-1')],
  ['another catalogue', (tell) => createCatalogKeeper(controller, tell).useBuiltIn()],
])('tells after %s of what was changed while it took effect', async (_what, change) => {
  const meanwhile = async () => {
    await changeCheckSettings((before) => ({ ...before, discreet: true }));
  };
  vi.mocked(reschedule).mockImplementationOnce(meanwhile);
  vi.mocked(returnPermissions).mockImplementationOnce(meanwhile);
  const own = { id: 'own-1', name: 'Club', url: 'https://club.example.org/', contains: null };
  await fakeBrowser.storage.local.set({ ownServices: [own] });
  const told: CheckSettings[] = [];

  await change(createTelling(({ checkSettings }) => told.push(checkSettings)));

  expect(told).toMatchObject([{ discreet: true }]);
});
