import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import type { ReportedCosts } from '../../lib/view/page/page-state.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { IntervalChoice } from './IntervalChoice.tsx';

export interface CheckSettingsSectionProps {
  settings: CheckSettings;
  reportedCosts: ReportedCosts;
  onChange: (change: SettingsChange) => void;
}

/** When the extension checks by itself. */
export function CheckSettingsSection({
  settings,
  reportedCosts,
  onChange,
}: CheckSettingsSectionProps) {
  const { t } = useDashboardText();
  const isByHand = settings.everyMinutes === null;
  return (
    <section class="settings">
      <h2>{t('settings.checks')}</h2>
      <IntervalChoice
        everyMinutes={settings.everyMinutes}
        isDisabled={isLocked(settings, 'everyMinutes')}
        onChange={(everyMinutes) => onChange({ everyMinutes })}
      />
      <Choice
        label={t('settings.network-change')}
        isOn={settings.onNetworkChange}
        isDisabled={isByHand || isLocked(settings, 'onNetworkChange')}
        onChange={(onNetworkChange) => onChange({ onNetworkChange })}
      />
      <Choice
        label={t('settings.watch')}
        describedBy="how-watch"
        isOn={settings.watchRoute}
        isDisabled={isByHand || !settings.onNetworkChange || isLocked(settings, 'watchRoute')}
        onChange={(watchRoute) => onChange({ watchRoute })}
      />
      <p id="how-watch">{t('settings.watch.how')}</p>
      <Choice
        label={t('settings.through-detour')}
        describedBy="how-through-detour"
        isOn={settings.askThroughDetour}
        isDisabled={isLocked(settings, 'askThroughDetour')}
        onChange={(askThroughDetour) => onChange({ askThroughDetour })}
      />
      <p id="how-through-detour">{t('settings.through-detour.how')}</p>
      {reportedCosts.savesData && (
        <Choice
          label={t('settings.saving-data')}
          isOn={settings.notWhileSavingData}
          isDisabled={isByHand || isLocked(settings, 'notWhileSavingData')}
          onChange={(notWhileSavingData) => onChange({ notWhileSavingData })}
        />
      )}
      {reportedCosts.cellular && (
        <Choice
          label={t('settings.cellular')}
          isOn={settings.notOnCellular}
          isDisabled={isByHand || isLocked(settings, 'notOnCellular')}
          onChange={(notOnCellular) => onChange({ notOnCellular })}
        />
      )}
    </section>
  );
}
