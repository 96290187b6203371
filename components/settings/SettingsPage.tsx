import type { Language } from '../../lib/i18n/languages.ts';
import type { Deletion } from '../../lib/model/deletion.ts';
import type { Round } from '../../lib/model/round.ts';
import type { RoutingChange, RoutingSettings } from '../../lib/routing/settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { ForgetSection } from '../deletion/ForgetSection.tsx';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { UploadSection, type UploadSectionProps } from '../upload/UploadSection.tsx';
import { AlertSection, type AlertSectionProps } from './AlertSection.tsx';
import { CheckedServices, type CheckedServicesProps } from './CheckedServices.tsx';
import { CheckSettingsSection, type CheckSettingsSectionProps } from './CheckSettingsSection.tsx';
import { LookSettings } from './LookSettings.tsx';
import { OrganisationLine } from './OrganisationLine.tsx';
import { ResetSettings } from './ResetSettings.tsx';
import { RouteSettings } from './RouteSettings.tsx';

export interface SettingsPageProps
  extends Omit<CheckedServicesProps, 'settings' | 'onChange'>,
    Pick<CheckSettingsSectionProps, 'reportedCosts'>,
    AlertSectionProps,
    UploadSectionProps {
  routingSettings: RoutingSettings;
  isRoutePermitted: boolean;
  onCheckSettings: CheckSettingsSectionProps['onChange'];
  onRoutingSettings: (change: RoutingChange) => void;
  onLookAtRoute: (wanted: boolean) => void;
  onLanguage: (language: Language) => void;
  onResetSettings: () => Promise<boolean>;
  rounds: Round[];
  queries: HistoryQueries;
  isDeleting: boolean;
  onDeletePart: (part: Deletion) => void;
  onDeleteEverything: () => Promise<void>;
}

/** What is checked and when, how it looks, and what is kept. */
export function SettingsPage(props: SettingsPageProps) {
  const { checkSettings, onCheckSettings } = props;
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.settings')} />
      <OrganisationLine settings={checkSettings} />
      <CheckSettingsSection {...props} settings={checkSettings} onChange={onCheckSettings} />
      <CheckedServices {...props} settings={checkSettings} onChange={onCheckSettings} />
      <AlertSection {...props} />
      <RouteSettings
        settings={props.routingSettings}
        isPermitted={props.isRoutePermitted}
        onChange={props.onRoutingSettings}
        onLookAtRoute={props.onLookAtRoute}
      />
      <LookSettings
        settings={checkSettings}
        onChange={onCheckSettings}
        onLanguage={props.onLanguage}
      />
      <UploadSection {...props} />
      <ForgetSection
        keptDays={checkSettings.keptDays}
        isKeptDaysLocked={isLocked(checkSettings, 'keptDays')}
        onKeptDays={(keptDays) => onCheckSettings({ keptDays })}
        services={props.services}
        rounds={props.rounds}
        queries={props.queries}
        isDeleting={props.isDeleting}
        onDeletePart={props.onDeletePart}
        onDelete={props.onDeleteEverything}
      />
      <ResetSettings onReset={props.onResetSettings} />
    </>
  );
}
