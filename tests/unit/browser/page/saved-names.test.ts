import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveBackup } from '../../../../lib/browser/page/backup/save-backup.ts';
import { saveExport } from '../../../../lib/browser/page/save-export.ts';
import { exportFormats } from '../../../../lib/export/formats.ts';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { exportRequest, usualChoices } from '../../../../lib/view/export-choices.ts';
import { aHistory, removeHistory, unwatched } from '../../../helpers/backups.ts';
import { someSettings } from '../../../helpers/settings.ts';

const saveFile = vi.hoisted(() => vi.fn<(name: string) => void>());
vi.mock('../../../../lib/browser/page/save-file.ts', () => ({ saveFile }));

beforeEach(() => {
  // Half past one in the night of the thirtieth.
  vi.stubEnv('TZ', 'Europe/Moscow');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-29T22:30:00.000Z') });
  saveFile.mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

it('names an export by the day of the clock', async () => {
  const request = exportRequest(usualChoices, {
    language: 'en',
    routingSettings: defaultRoutingSettings,
    checkSettings: someSettings(),
  });
  const format = await exportFormats.csv();
  const select = async function* none() {};

  await saveExport({ format, estimate: async () => 0, select }, request, unwatched);

  expect(saveFile.mock.lastCall?.[0]).toBe('dozvon-2026-11-30.csv');
});

it('names a backup by the day of the clock', async () => {
  vi.stubGlobal('chrome', {
    storage: fakeBrowser.storage,
    runtime: { getManifest: () => ({ version: '1' }) },
  });
  const history = await aHistory('saved');

  await saveBackup(history, unwatched);

  expect(saveFile.mock.lastCall?.[0]).toBe('dozvon-backup-2026-11-30.jsonl.gz');
  await removeHistory(history);
  vi.unstubAllGlobals();
});
