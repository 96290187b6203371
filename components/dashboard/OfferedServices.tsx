import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import { offeredServices, type ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface OfferedServicesProps {
  settings: CheckSettings;
  services: readonly ServiceChoice[];
  /** Called in the click, as the browser asks for the sites of a service then. */
  onChange: (change: SettingsChange) => void;
}

/** Messengers that are usual where the person is at home, until they say yes or no to them. */
export function OfferedServices({ settings, services, onChange }: OfferedServicesProps) {
  const { t } = useDashboardText();
  const offered = offeredServices(settings, services);
  if (offered.length === 0) return null;
  const names = offered.map(({ name }) => name);
  const answer = (isOn: boolean) =>
    onChange({ services: Object.fromEntries(offered.map(({ id }) => [id, isOn])) });
  return (
    <section class="offer">
      <p>{t('offer.text', { names })}</p>
      <div class="actions">
        <button type="button" onClick={() => answer(true)}>
          {t('offer.yes')}
        </button>
        <button type="button" onClick={() => answer(false)}>
          {t('offer.no')}
        </button>
      </div>
    </section>
  );
}
