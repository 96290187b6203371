import type { RoutingSettings } from '../lib/routing/settings.ts';
import { Choice } from './Choice.tsx';
import { useDashboardText } from './dashboard-text.ts';
import { HomeCountry } from './HomeCountry.tsx';

interface RouteSettingsProps {
  settings: RoutingSettings;
  onChange: (settings: RoutingSettings) => void;
}

export function RouteSettings({ settings, onChange }: RouteSettingsProps) {
  const { t } = useDashboardText();
  return (
    <section class="settings">
      <h2>{t('settings.route')}</h2>
      <Choice
        label={t('settings.route.show')}
        isOn={settings.showRouting}
        onChange={(showRouting) => onChange({ ...settings, showRouting })}
      />
      <Choice
        label={t('settings.route.record')}
        isOn={settings.recordExit}
        onChange={(recordExit) => onChange({ ...settings, recordExit })}
      />
      <Choice
        label={t('settings.route.export')}
        isOn={settings.exportRoute}
        onChange={(exportRoute) => onChange({ ...settings, exportRoute })}
      />
      <Choice
        label={t('settings.addresses.export')}
        isOn={settings.exportAddresses}
        onChange={(exportAddresses) => onChange({ ...settings, exportAddresses })}
      />
      <Choice
        label={t('settings.calls.ask')}
        isOn={settings.askCalls}
        onChange={(askCalls) => onChange({ ...settings, askCalls })}
      />
      <Choice
        label={t('settings.calls.domestic')}
        isOn={settings.askDomesticCalls}
        onChange={(askDomesticCalls) => onChange({ ...settings, askDomesticCalls })}
      />
      <Choice
        label={t('settings.calls')}
        describedBy="how-calls"
        isOn={settings.compareCalls}
        onChange={(compareCalls) => onChange({ ...settings, compareCalls })}
      />
      <p id="how-calls">{t('settings.calls.how')}</p>
      <HomeCountry
        country={settings.homeCountry}
        onChange={(homeCountry) => onChange({ ...settings, homeCountry })}
      />
    </section>
  );
}
