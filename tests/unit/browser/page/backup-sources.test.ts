import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBackupSources } from '../../../../lib/browser/page/backup-sources.ts';
import { languageAtOnce } from '../../../../lib/browser/page/language-at-once.ts';
import { changeNotes } from '../../../../lib/history/notes.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import type { Language } from '../../../../lib/i18n/languages.ts';
import type { HistorySwitch } from '../../../../lib/model/history-switch.ts';
import { restoredItems } from '../../../../lib/settings/restored-items.ts';
import { aHistory, removeHistory, unwatched } from '../../../helpers/backups.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import { noFacts, usualSettings, writtenBackup } from '../../../helpers/written-backup.ts';

// There is no worker. What it would keep of the settings is kept.
vi.mock('../../../../lib/browser/page/link.ts', () => ({
  readServices: async () => [],
  previewCatalog: async () => null,
  async switchHistory({ settings }: HistorySwitch) {
    const { checks } = await fakeBrowser.storage.local.get('checks');
    if (settings !== null) {
      await fakeBrowser.storage.local.set(restoredItems(settings, someSettings(checks as object)));
    }
    return true;
  },
}));

let history: WritableHistory;
beforeEach(async () => {
  vi.stubGlobal('chrome', {
    storage: fakeBrowser.storage,
    runtime: { getManifest: () => ({}) },
  });
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  });
  history = await aHistory('present');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  fakeBrowser.reset();
  await removeHistory(history);
});

it('says how many notes are left out where a backup is added', async () => {
  const notes = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${name}-${index}`,
      at: '2026-03-01T12:00:00.000Z',
      text: name,
    }));
  await changeNotes(
    async () => history,
    () => notes(200, 'ours'),
  );
  const facts = { ...noFacts, notes: notes(140, 'theirs') };
  const sources = createBackupSources(async () => history);

  const preview = await sources.open(await writtenBackup({ entries: [], facts }), unwatched);

  expect(preview).toMatchObject({ notes: 140, notesLeftOut: 40 });
});

it.each<[string, boolean, Language, 'language'[]]>([
  ["the backup's language", true, 'ru', []],
  ['the one here where an organisation has locked it', true, 'kk', ['language']],
  ['the one here where no settings are restored', false, 'kk', []],
])('shows a page in %s', async (_case, settings, language, locked) => {
  const organisation = anOrganisation({ locked });
  await fakeBrowser.storage.local.set({ checks: someSettings({ organisation }), language: 'kk' });
  localStorage.setItem('language', 'kk');
  const file = await writtenBackup({ entries: [], settings: { ...usualSettings, language: 'ru' } });
  const sources = createBackupSources(async () => history);
  await sources.open(file, unwatched);

  const shown = await sources.restore({ how: 'replace', settings, permitted: true }, unwatched);

  expect(shown).toBe(language);
  expect(languageAtOnce(), 'also when it is opened again').toBe(language);
});
