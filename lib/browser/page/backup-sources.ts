import type { History } from '../../history/open.ts';
import type { BackupSources } from '../../view/page/page-sources.ts';
import type { OpenedBackup } from './backup/open-backup.ts';
import { browserLanguage, copyLanguage, languageAtOnce } from './language-at-once.ts';
import { readStored } from './stored.ts';

const link = () => import('./link.ts');

/** Backups, whose code no page needs to paint. */
export function createBackupSources(history: () => Promise<History>): BackupSources {
  let opened: OpenedBackup | null = null;
  return {
    async save(saving) {
      const { saveBackup } = await import('./backup/save-backup.ts');
      await saveBackup(await history(), saving);
    },
    async open(file, saving) {
      opened = null;
      const [{ openBackup }, questions] = await Promise.all([
        import('./backup/open-backup.ts'),
        link(),
      ]);
      const read = await openBackup(file, await history(), { ...saving, ...questions });
      if ('problem' in read) return read.problem;
      opened = read.opened;
      return read.preview;
    },
    async restore(choices, saving) {
      if (opened === null) throw new Error('No backup is open.');
      const [{ restoreBackup }, { switchHistory }] = await Promise.all([
        import('./backup/restore-backup.ts'),
        link(),
      ]);
      await restoreBackup(opened, choices, { ...saving, history, switchHistory });
      // The backup's, unless an organisation has locked that.
      if (choices.settings) copyLanguage((await readStored()).language ?? browserLanguage());
      return languageAtOnce();
    },
  };
}
