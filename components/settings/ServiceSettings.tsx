import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import { isWanted, type ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ServiceSettingsProps {
  settings: CheckSettings;
  services: readonly ServiceChoice[];
  onChange: (change: SettingsChange) => void;
}

/** Which services are checked: at least one. */
export function ServiceSettings({ settings, services, onChange }: ServiceSettingsProps) {
  const { t } = useDashboardText();
  const wanted = services.filter((service) => isWanted(settings, service));
  const choicesOf = (some: readonly ServiceChoice[]) =>
    some.map((service) => (
      <Choice
        key={service.id}
        label={service.name}
        isOn={wanted.includes(service)}
        isDisabled={
          isLocked(settings, 'services') || (wanted.length === 1 && wanted[0] === service)
        }
        onChange={(isOn) => onChange({ services: { [service.id]: isOn } })}
      />
    ));
  const further = services.filter(({ enabledByDefault }) => !enabledByDefault);
  return (
    <>
      <fieldset class="service-choices">
        <legend>{t('settings.services')}</legend>
        {choicesOf(services.filter(({ enabledByDefault }) => enabledByDefault))}
      </fieldset>
      {further.length > 0 && (
        <>
          <fieldset class="service-choices" aria-describedby="how-further-services">
            <legend>{t('settings.services.further')}</legend>
            {choicesOf(further)}
          </fieldset>
          <p id="how-further-services">{t('settings.services.further.how')}</p>
        </>
      )}
    </>
  );
}
