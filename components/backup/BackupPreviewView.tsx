import { useState } from 'preact/hooks';
import type { DashboardId } from '../../lib/i18n/dashboard-text.ts';
import { exactTime } from '../../lib/i18n/time.ts';
import type { BackupPreview, BackupSetting, RestoreChoices } from '../../lib/model/backup.ts';
import { mostNotes } from '../../lib/model/note.ts';
import type { BackupActions } from '../../lib/view/actions/backup-actions.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface BackupPreviewViewProps {
  preview: BackupPreview;
  /** Called in the click, as the browser may ask for sites then. */
  onRestore: BackupActions['onRestoreBackup'];
  onLeave: () => void;
}

/** What a backup has, what would change with it, and how it is to be restored. */
export function BackupPreviewView({ preview, onRestore, onLeave }: BackupPreviewViewProps) {
  const { at, version } = preview;
  const { t, language } = useDashboardText();
  const [how, setHow] = useState<RestoreChoices['how']>('merge');
  const [settings, setSettings] = useState(false);
  return (
    <section class="backup-preview" aria-labelledby="backup-preview">
      <h2 id="backup-preview">{t('backup.preview', { at: exactTime(language, at), version })}</h2>
      <Content preview={preview} withSettings={settings} isAdded={how === 'merge'} />
      {preview.here > 0 && <HowChoice here={preview.here} how={how} onChoose={setHow} />}
      <Settings preview={preview} isOn={settings} onChange={setSettings} />
      <div class="actions">
        <button type="button" class="main" onClick={() => onRestore({ how, settings })}>
          {t(how === 'replace' && preview.here > 0 ? 'backup.replace' : 'backup.restore')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('backup.leave')}
        </button>
      </div>
    </section>
  );
}

interface ContentProps {
  preview: BackupPreview;
  withSettings: boolean;
  /** Whether it comes beside what is here. */
  isAdded: boolean;
}

function Content({ preview, withSettings, isAdded }: ContentProps) {
  const { from, to, counts, known, notes, services, hasExits, keepsExits } = preview;
  const leftOut = isAdded ? preview.notesLeftOut : 0;
  const { t, language } = useDashboardText();
  const isKept = withSettings ? keepsExits.restored : keepsExits.now;
  return (
    <dl>
      <dt>{t('backup.checks')}</dt>
      <dd>{t('backup.checks.count', { count: counts.rounds, known })}</dd>
      {from !== null && to !== null && (
        <dd>
          {t('backup.period', { from: exactTime(language, from), to: exactTime(language, to) })}
        </dd>
      )}
      {counts.summaries > 0 && <dd>{t('backup.summaries', { count: counts.summaries })}</dd>}
      {notes > 0 && <dd>{t('backup.notes', { count: notes })}</dd>}
      {leftOut > 0 && <dd>{t('backup.notes.left-out', { most: mostNotes, count: leftOut })}</dd>}
      {services.length > 0 && (
        <>
          <dt>{t('backup.services')}</dt>
          <dd>{services.join(', ')}</dd>
        </>
      )}
      {hasExits && (
        <>
          <dt>{t('backup.exits')}</dt>
          <dd>{t(isKept ? 'backup.exits.kept' : 'backup.exits.dropped')}</dd>
        </>
      )}
    </dl>
  );
}

interface HowChoiceProps {
  here: number;
  how: RestoreChoices['how'];
  onChoose: (how: RestoreChoices['how']) => void;
}

function HowChoice({ here, how, onChoose }: HowChoiceProps) {
  const { t } = useDashboardText();
  return (
    <fieldset>
      <legend>{t('backup.here', { count: here })}</legend>
      {(['merge', 'replace'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="backup-how"
            checked={how === one}
            onChange={() => onChoose(one)}
          />{' '}
          {t(`backup.how.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface SettingsProps {
  preview: BackupPreview;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Settings({ preview, isOn, onChange }: SettingsProps) {
  const { t } = useDashboardText();
  if (preview.settings.length === 0) return <p>{t('backup.settings.same')}</p>;
  return (
    <>
      <Choice
        label={t('backup.settings')}
        describedBy="backup-settings"
        isOn={isOn}
        onChange={onChange}
      />
      <div id="backup-settings">
        <p>{t('backup.settings.how')}</p>
        <ul>
          {preview.settings.map((setting) => (
            <li key={setting}>{t(labels[setting])}</li>
          ))}
        </ul>
        {preview.permissions.length > 0 && <p>{t('backup.settings.permissions')}</p>}
      </div>
    </>
  );
}

/** As the settings are called where they are changed. */
const labels: Record<BackupSetting, DashboardId> = {
  everyMinutes: 'settings.every',
  pausedUntil: 'backup.setting.pause',
  services: 'settings.services',
  onNetworkChange: 'settings.network-change',
  watchRoute: 'settings.watch',
  askThroughDetour: 'settings.through-detour',
  notWhileSavingData: 'settings.saving-data',
  notOnCellular: 'settings.cellular',
  discreet: 'settings.discreet',
  keptDays: 'backup.setting.kept-days',
  order: 'settings.order',
  theme: 'settings.theme',
  showRouting: 'settings.route.show',
  recordExit: 'settings.route.record',
  homeCountry: 'settings.home',
  compareCalls: 'settings.calls',
  askCalls: 'settings.calls.ask',
  askDomesticCalls: 'settings.calls.domestic',
  alerts: 'alerts.title',
  ownServices: 'own.title',
  catalogFile: 'catalog.title',
  language: 'backup.setting.language',
};
