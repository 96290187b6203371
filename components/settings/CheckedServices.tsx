import type { CatalogInUse } from '../../lib/model/catalog-file.ts';
import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import type { CatalogActions } from '../../lib/view/actions/catalog-actions.ts';
import type { OwnServiceActions } from '../../lib/view/actions/own-service-actions.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { CatalogFile } from './CatalogFile.tsx';
import { OwnServices } from './OwnServices.tsx';
import { ServiceOrder } from './ServiceOrder.tsx';
import { ServiceSettings } from './ServiceSettings.tsx';

export interface CheckedServicesProps extends OwnServiceActions, CatalogActions {
  settings: CheckSettings;
  services: readonly ServiceChoice[];
  catalog: CatalogInUse | null;
  onChange: (change: SettingsChange) => void;
}

/** What is checked; empty until the worker has named the services. */
export function CheckedServices(props: CheckedServicesProps) {
  const { settings, services, onChange } = props;
  const { t } = useDashboardText();
  if (services.length === 0) return null;
  return (
    <section class="settings">
      <h2>{t('settings.checked')}</h2>
      <ServiceSettings {...{ settings, services, onChange }} />
      <ServiceOrder {...{ settings, services, onChange }} />
      <OwnServices {...props} />
      <CatalogFile {...props} />
    </section>
  );
}
