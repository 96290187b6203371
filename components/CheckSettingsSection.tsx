import type { CatalogInUse } from '../lib/model/catalog-file.ts';
import {
  type CheckSettings,
  type Interval,
  intervals,
  type SettingsChange,
} from '../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../lib/settings/wanted-services.ts';
import type { CatalogActions } from '../lib/view/catalog-actions.ts';
import type { OwnServiceActions } from '../lib/view/own-service-actions.ts';
import type { ReportedCosts } from '../lib/view/page-state.ts';
import { CatalogFile } from './CatalogFile.tsx';
import { Choice } from './Choice.tsx';
import { useDashboardText } from './dashboard-text.ts';
import { OwnServices } from './OwnServices.tsx';
import { ServiceSettings } from './ServiceSettings.tsx';

export interface CheckSettingsSectionProps extends OwnServiceActions, CatalogActions {
  settings: CheckSettings;
  services: readonly ServiceChoice[];
  catalog: CatalogInUse | null;
  reportedCosts: ReportedCosts;
  onChange: (change: SettingsChange) => void;
}

/** When the extension checks by itself, what it checks, and what shows of it. */
export function CheckSettingsSection(props: CheckSettingsSectionProps) {
  const { settings, reportedCosts, onChange } = props;
  const { t } = useDashboardText();
  const isByHand = settings.everyMinutes === null;
  return (
    <section class="settings">
      <h2>{t('settings.checks')}</h2>
      <IntervalChoice
        everyMinutes={settings.everyMinutes}
        onChange={(everyMinutes) => onChange({ everyMinutes })}
      />
      <Choice
        label={t('settings.network-change')}
        isOn={settings.onNetworkChange}
        isDisabled={isByHand}
        onChange={(onNetworkChange) => onChange({ onNetworkChange })}
      />
      <Choice
        label={t('settings.watch')}
        describedBy="how-watch"
        isOn={settings.watchRoute}
        isDisabled={isByHand || !settings.onNetworkChange}
        onChange={(watchRoute) => onChange({ watchRoute })}
      />
      <p id="how-watch">{t('settings.watch.how')}</p>
      <Choice
        label={t('settings.through-detour')}
        describedBy="how-through-detour"
        isOn={settings.askThroughDetour}
        onChange={(askThroughDetour) => onChange({ askThroughDetour })}
      />
      <p id="how-through-detour">{t('settings.through-detour.how')}</p>
      {reportedCosts.savesData && (
        <Choice
          label={t('settings.saving-data')}
          isOn={settings.notWhileSavingData}
          isDisabled={isByHand}
          onChange={(notWhileSavingData) => onChange({ notWhileSavingData })}
        />
      )}
      {reportedCosts.cellular && (
        <Choice
          label={t('settings.cellular')}
          isOn={settings.notOnCellular}
          isDisabled={isByHand}
          onChange={(notOnCellular) => onChange({ notOnCellular })}
        />
      )}
      <Services {...props} />
      <Choice
        label={t('settings.discreet')}
        describedBy="how-discreet"
        isOn={settings.discreet}
        onChange={(discreet) => onChange({ discreet })}
      />
      <p id="how-discreet">{t('settings.discreet.how')}</p>
    </section>
  );
}

/** Empty until the worker has named them. */
function Services(props: Omit<CheckSettingsSectionProps, 'reportedCosts'>) {
  const { settings, services, onChange } = props;
  if (services.length === 0) return null;
  return (
    <>
      <ServiceSettings {...{ settings, services, onChange }} />
      <OwnServices {...props} />
      <CatalogFile {...props} />
    </>
  );
}

interface IntervalChoiceProps {
  everyMinutes: Interval | null;
  onChange: (everyMinutes: Interval | null) => void;
}

function IntervalChoice({ everyMinutes, onChange }: IntervalChoiceProps) {
  const { t } = useDashboardText();
  const choices = [...intervals, null];
  return (
    <label>
      {t('settings.every')}{' '}
      <select
        value={String(everyMinutes)}
        onChange={({ currentTarget }) => onChange(choices[currentTarget.selectedIndex] ?? null)}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {minutes === null ? t('settings.every.never') : nameOf(minutes, t)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(minutes: Interval, t: ReturnType<typeof useDashboardText>['t']): string {
  if (minutes < 60) return t('settings.every.minutes', { count: minutes });
  return t('settings.every.hours', { count: minutes / 60 });
}
