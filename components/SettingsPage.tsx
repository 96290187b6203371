import type { RoutingSettings } from '../lib/routing/settings.ts';
import { CheckSettingsSection, type CheckSettingsSectionProps } from './CheckSettingsSection.tsx';
import { useDashboardText } from './dashboard-text.ts';
import { ForgetSection } from './ForgetSection.tsx';
import { PageTitle } from './PageTitle.tsx';
import { RouteSettings } from './RouteSettings.tsx';

export interface SettingsPageProps
  extends Omit<CheckSettingsSectionProps, 'settings' | 'onChange'> {
  checkSettings: CheckSettingsSectionProps['settings'];
  routingSettings: RoutingSettings;
  isRoutePermitted: boolean;
  onCheckSettings: CheckSettingsSectionProps['onChange'];
  onRoutingSettings: (settings: RoutingSettings) => void;
  onLookAtRoute: (wanted: boolean) => void;
  onDeleteEverything: () => void;
}

/** What is checked and kept. */
export function SettingsPage(props: SettingsPageProps) {
  const { checkSettings, onCheckSettings } = props;
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.settings')} />
      <CheckSettingsSection {...props} settings={checkSettings} onChange={onCheckSettings} />
      <RouteSettings
        settings={props.routingSettings}
        isPermitted={props.isRoutePermitted}
        onChange={props.onRoutingSettings}
        onLookAtRoute={props.onLookAtRoute}
      />
      <ForgetSection
        keptDays={checkSettings.keptDays}
        onKeptDays={(keptDays) => onCheckSettings({ keptDays })}
        onDelete={props.onDeleteEverything}
      />
    </>
  );
}
