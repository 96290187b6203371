import type { RoutingChange, RoutingSettings } from '../../lib/routing/settings.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { HomeCountry } from './HomeCountry.tsx';

interface RouteSettingsProps {
  settings: RoutingSettings;
  /** Whether the browser permits to look at the route. */
  isPermitted: boolean;
  onChange: (change: RoutingChange) => void;
  /** Called in the click, as the browser asks for the permission then. */
  onLookAtRoute: (wanted: boolean) => void;
}

export function RouteSettings(props: RouteSettingsProps) {
  const { settings, isPermitted, onChange, onLookAtRoute } = props;
  const { t } = useDashboardText();
  return (
    <section class="settings">
      <h2>{t('settings.route')}</h2>
      <Choice
        label={t('settings.route.show')}
        {...(!isPermitted && { describedBy: 'route-permission' })}
        isOn={settings.showRouting && isPermitted}
        onChange={onLookAtRoute}
      />
      <div role="status">
        {!isPermitted && <p id="route-permission">{t('settings.route.permission')}</p>}
      </div>
      <Choice
        label={t('settings.route.record')}
        isOn={settings.recordExit}
        onChange={(recordExit) => onChange({ recordExit })}
      />
      <Choice
        label={t('settings.calls.ask')}
        isOn={settings.askCalls}
        onChange={(askCalls) => onChange({ askCalls })}
      />
      <Choice
        label={t('settings.calls.domestic')}
        isOn={settings.askDomesticCalls}
        onChange={(askDomesticCalls) => onChange({ askDomesticCalls })}
      />
      <Choice
        label={t('settings.calls')}
        describedBy="how-calls"
        isOn={settings.compareCalls}
        onChange={(compareCalls) => onChange({ compareCalls })}
      />
      <p id="how-calls">{t('settings.calls.how')}</p>
      <HomeCountry
        country={settings.homeCountry}
        onChange={(homeCountry) => onChange({ homeCountry })}
      />
    </section>
  );
}
