import type { ExportProgress } from '../../lib/export/request.ts';
import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { BackupActions, BackupState } from '../../lib/view/actions/backup-actions.ts';
import { Problem } from '../forms/Problem.tsx';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { BackupPreviewView } from './BackupPreviewView.tsx';
import { BackupProblemLine } from './BackupProblemLine.tsx';

export interface BackupPageProps extends BackupActions {
  backup: BackupState;
  routingSettings: RoutingSettings;
}

/** Saves all that is kept as one file, and brings it back. */
export function BackupPage(props: BackupPageProps) {
  const { backup, routingSettings, onRestoreBackup, onLeaveBackup } = props;
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.backup')} />
      <div class="settings backup">
        <p>{t('backup.how')}</p>
        <p id="backup-open">
          {t(routingSettings.recordExit ? 'backup.readable.exits' : 'backup.readable')}
        </p>
        <SaveButton {...props} />
        <OpenField {...props} />
        <Outcome backup={backup} />
        {backup.step === 'preview' && (
          <BackupPreviewView
            key={backup.preview.at}
            preview={backup.preview}
            onRestore={onRestoreBackup}
            onLeave={onLeaveBackup}
          />
        )}
      </div>
    </>
  );
}

/** One button for both, so that keyboard focus stays where it is. */
function SaveButton({ backup, onSaveBackup, onCancelBackup }: BackupPageProps) {
  const { t } = useDashboardText();
  const isBusy = 'progress' in backup;
  return (
    <div class="actions">
      <button
        type="button"
        class={isBusy ? 'main stop' : 'main'}
        aria-describedby="backup-open"
        onClick={isBusy ? onCancelBackup : onSaveBackup}
      >
        {t(isBusy ? 'backup.cancel' : 'backup.save')}
      </button>
    </div>
  );
}

function OpenField({ backup, onOpenBackup }: BackupPageProps) {
  const { t } = useDashboardText();
  function open(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (file !== undefined) onOpenBackup(file);
    // The same file can be opened again.
    input.value = '';
  }
  return (
    <label>
      {t('backup.open')}{' '}
      <input
        type="file"
        accept=".gz,application/gzip"
        disabled={'progress' in backup}
        onChange={({ currentTarget }) => open(currentTarget)}
      />
    </label>
  );
}

/** How far it is, and what became of it. */
function Outcome({ backup }: Pick<BackupPageProps, 'backup'>) {
  const { t } = useDashboardText();
  const outcome = backup.step === 'none' ? backup.outcome : null;
  const text = outcome && t(`backup.outcome.${outcome}`);
  const isDone = outcome === 'saved' || outcome === 'restored';
  return (
    <>
      <div class="export-progress" role="status">
        {'progress' in backup && <Progress step={backup.step} {...backup.progress} />}
        {isDone && text}
      </div>
      <Problem>
        {backup.step === 'problem' ? (
          <BackupProblemLine problem={backup.problem} />
        ) : (
          !isDone && text
        )}
      </Problem>
    </>
  );
}

function Progress({
  step,
  done,
  total,
}: ExportProgress & { step: 'saving' | 'reading' | 'restoring' }) {
  const { t } = useDashboardText();
  // The number is an estimate, and must not look as if it was passed.
  const about = Math.max(done, total);
  return (
    <>
      <progress aria-label={t(`backup.${step}`)} max={Math.max(1, about)} value={done} />
      <span>{t(`backup.${step}.progress`, { done, total: about })}</span>
    </>
  );
}
