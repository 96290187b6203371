import type { ExportProgress } from '../../export/request.ts';
import type { BackupPreview, BackupProblem, RestoreChoices } from '../../model/backup.ts';
import type { BackupSources, PageSources, Saving } from '../page/page-sources.ts';
import type { PageState, StateHolder } from '../page/page-state.ts';

/** What became of the last backup. */
export type BackupOutcome = 'saved' | 'not-saved' | 'restored' | 'unreadable' | 'unchanged';

/** How far a person has come with a backup. */
export type BackupState =
  | { step: 'none'; outcome: BackupOutcome | null }
  | { step: 'saving' | 'reading' | 'restoring'; progress: ExportProgress }
  | { step: 'problem'; problem: BackupProblem }
  | { step: 'preview'; preview: BackupPreview };

export const noBackup: BackupState = { step: 'none', outcome: null };

export interface BackupActions {
  /** Makes a file of all that is kept; like the others, does nothing while another is at work. */
  onSaveBackup: () => void;
  /** Reads a file, and changes nothing. */
  onOpenBackup: (file: Blob) => void;
  /** Restores the file that was read last. Call it in the click, as the browser may ask for sites then. */
  onRestoreBackup: (choices: Omit<RestoreChoices, 'permitted'>) => void;
  onCancelBackup: () => void;
  /** Leaves the file that was read alone. */
  onLeaveBackup: () => void;
}

type Step = Extract<BackupState, { progress: ExportProgress }>['step'];

type Work = (
  step: Step,
  failed: BackupOutcome,
  begin: (backup: BackupSources, saving: Saving) => Promise<Partial<PageState>>,
) => Promise<void>;

/** What backups need of a page: of the dashboard alone, so that no other loads this. */
export interface BackupNeeds
  extends Pick<PageSources, 'requestHosts' | 'readSettings' | 'loadTexts'> {
  backup: BackupSources;
}

type Holder = Pick<StateHolder, 'state' | 'change' | 'routingSettings'>;

/** Shows the progress of one piece of work after the other, and then its outcome. */
function createWork(
  { backup }: BackupNeeds,
  { change }: Pick<Holder, 'change'>,
): { work: Work; cancel: () => void } {
  let running: AbortController | null = null;

  async function work(...[step, failed, begin]: Parameters<Work>) {
    if (running !== null) return;
    const own = new AbortController();
    running = own;
    const onProgress = (progress: ExportProgress) => change({ backup: { step, progress } });
    onProgress({ done: 0, total: 0 });
    try {
      change(await begin(backup, { signal: own.signal, onProgress }));
    } catch (error) {
      if (!own.signal.aborted) console.error(error);
      change({ backup: { step: 'none', outcome: own.signal.aborted ? null : failed } });
    }
    running = null;
  }

  return { work, cancel: () => running?.abort() };
}

export function createBackupActions(sources: BackupNeeds, holder: Holder): BackupActions {
  const { state, change, routingSettings } = holder;
  const { work, cancel } = createWork(sources, holder);

  async function restore(choices: RestoreChoices) {
    await work('restoring', 'unchanged', async (backup, saving) => {
      const language = await backup.restore(choices, saving);
      const [read] = await Promise.all([sources.readSettings(), sources.loadTexts(language)]);
      routingSettings.receive(read.routingSettings);
      return { backup: { step: 'none', outcome: 'restored' }, language };
    });
  }

  return {
    onSaveBackup: () =>
      void work('saving', 'not-saved', async (backup, saving) => {
        await backup.save(saving);
        return { backup: { step: 'none', outcome: 'saved' } };
      }),
    onOpenBackup: (file) =>
      void work('reading', 'unreadable', async (backup, saving) => {
        const read = await backup.open(file, saving);
        return {
          backup:
            'rule' in read
              ? { step: 'problem', problem: read }
              : { step: 'preview', preview: read },
        };
      }),
    onRestoreBackup(choices) {
      const { backup } = state.peek();
      if (backup.step !== 'preview') return;
      const hosts = choices.settings ? backup.preview.permissions : [];
      // Nothing may be awaited before: the click would be over.
      const asking = sources.requestHosts(hosts).catch(() => false);
      void asking.then((permitted) => restore({ ...choices, permitted }));
    },
    onCancelBackup: cancel,
    onLeaveBackup: () => change({ backup: noBackup }),
  };
}
