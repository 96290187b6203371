import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import {
  type BackupNeeds,
  createBackupActions,
} from '../../../../lib/view/actions/backup-actions.ts';
import type { BackupSources } from '../../../../lib/view/page/page-sources.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';
import { aBackupPreview } from '../../../helpers/backup-preview.ts';

const preview = aBackupPreview({ permissions: ['https://club.example.org/*'] });
const problem = { line: 3, field: '', found: '"x"', rule: 'json', detail: '' } as const;

function aPage(part: Partial<BackupSources> = {}, isPermitted = true) {
  const backup = {
    save: vi.fn<BackupSources['save']>(part.save ?? (async () => {})),
    open: vi.fn<BackupSources['open']>(part.open ?? (async () => preview)),
    restore: vi.fn<BackupSources['restore']>(part.restore ?? (async () => 'ru')),
  };
  const requestHosts = vi.fn(async (_hosts: readonly string[]) => isPermitted);
  const routingSettings = { ...defaultRoutingSettings, recordExit: true };
  const readSettings = async () => ({ routingSettings });
  const loadTexts = vi.fn(async () => {});
  const sources = { backup, requestHosts, readSettings, loadTexts } as unknown as BackupNeeds;
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  const actions = createBackupActions(sources, holder);
  const shows = (expected: object) =>
    vi.waitFor(() => expect(holder.state.value.backup).toEqual(expected));
  return { actions, backup, requestHosts, loadTexts, shows, state: holder.state };
}

const fails = async (): Promise<never> => {
  throw new Error('broken');
};
const file = new Blob();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('saves a backup, and shows how far it is', async () => {
  const { actions, shows } = aPage({
    async save({ onProgress }) {
      onProgress({ done: 2, total: 5 });
      await shows({ step: 'saving', progress: { done: 2, total: 5 } });
    },
  });

  actions.onSaveBackup();

  await shows({ step: 'none', outcome: 'saved' });
});

it('does one thing at a time', async () => {
  const { actions, backup, shows } = aPage();

  actions.onSaveBackup();
  actions.onSaveBackup();
  actions.onOpenBackup(file);

  await shows({ step: 'none', outcome: 'saved' });
  expect(backup.save).toHaveBeenCalledOnce();
  expect(backup.open).not.toHaveBeenCalled();
});

it('ends what is cancelled, and says nothing more of it', async () => {
  const { actions, shows } = aPage({
    save: ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });

  actions.onSaveBackup();
  actions.onCancelBackup();

  await shows({ step: 'none', outcome: null });
  actions.onOpenBackup(file);
  await shows({ step: 'preview', preview });
});

it('shows what is wrong with a file', async () => {
  const { actions, shows } = aPage({ open: async () => problem });

  actions.onOpenBackup(file);

  await shows({ step: 'problem', problem });
});

it('restores what was opened, and shows its language and settings', async () => {
  const { actions, backup, requestHosts, loadTexts, shows, state } = aPage();
  actions.onOpenBackup(file);
  await shows({ step: 'preview', preview });

  actions.onRestoreBackup({ how: 'merge', settings: true });

  // Before anything was awaited.
  expect(requestHosts).toHaveBeenCalledExactlyOnceWith(preview.permissions);
  await shows({ step: 'none', outcome: 'restored' });
  const choices = { how: 'merge', settings: true, permitted: true };
  expect(backup.restore).toHaveBeenCalledExactlyOnceWith(choices, expect.anything());
  expect(loadTexts).toHaveBeenCalledExactlyOnceWith('ru');
  expect(state.value).toMatchObject({ language: 'ru', routingSettings: { recordExit: true } });
});

it('asks for no site where the settings stay', async () => {
  const { actions, requestHosts, shows } = aPage();
  actions.onOpenBackup(file);
  await shows({ step: 'preview', preview });

  actions.onRestoreBackup({ how: 'replace', settings: false });

  await shows({ step: 'none', outcome: 'restored' });
  expect(requestHosts).toHaveBeenCalledExactlyOnceWith([]);
});

it('restores without what the browser does not permit', async () => {
  const { actions, backup, shows } = aPage({}, false);
  actions.onOpenBackup(file);
  await shows({ step: 'preview', preview });

  actions.onRestoreBackup({ how: 'merge', settings: true });

  await shows({ step: 'none', outcome: 'restored' });
  expect(backup.restore.mock.lastCall?.[0]).toMatchObject({ permitted: false });
});

it('restores nothing before a file was opened, or after it was left', async () => {
  const { actions, backup, requestHosts, shows } = aPage();

  actions.onRestoreBackup({ how: 'merge', settings: true });
  actions.onOpenBackup(file);
  await shows({ step: 'preview', preview });
  actions.onLeaveBackup();
  actions.onRestoreBackup({ how: 'merge', settings: true });

  expect(requestHosts).not.toHaveBeenCalled();
  expect(backup.restore).not.toHaveBeenCalled();
});

it.each([
  ['save', 'not-saved'],
  ['open', 'unreadable'],
  ['restore', 'unchanged'],
] as const)('says where it fails to %s', async (step, outcome) => {
  const { actions, shows } = aPage({ [step]: fails });

  if (step === 'save') actions.onSaveBackup();
  else actions.onOpenBackup(file);
  if (step === 'restore') {
    await shows({ step: 'preview', preview });
    actions.onRestoreBackup({ how: 'merge', settings: false });
  }

  await shows({ step: 'none', outcome });
});
