import type { History } from '../../history/open.ts';
import { type BackupActions, createBackupActions } from '../../view/actions/backup-actions.ts';
import type { PageSources } from '../../view/page/page-sources.ts';
import type { PageStore } from '../../view/page/page-store.ts';
import { createBackupSources } from './backup-sources.ts';
import { requestHosts } from './permissions.ts';
import { readStored } from './stored.ts';

/** What a person can do about backups on the page of a store. */
export function createBackups(
  store: Pick<PageStore, 'holder'> & { history: () => Promise<History> },
  loadTexts: PageSources['loadTexts'],
): BackupActions {
  const backup = createBackupSources(store.history);
  const sources = { backup, requestHosts, readSettings: readStored, loadTexts };
  return createBackupActions(sources, store.holder);
}
