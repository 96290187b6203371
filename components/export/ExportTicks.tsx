import type { RoutingChange, RoutingSettings } from '../../lib/routing/settings.ts';
import type { ExportChoices } from '../../lib/view/export-choices.ts';
import { Choice } from '../common/Choice.tsx';
import { useDashboardText } from '../common/dashboard-text.ts';

interface ExportTicksProps {
  choices: ExportChoices;
  onChange: (part: Partial<ExportChoices>) => void;
  routingSettings: RoutingSettings;
  onRoutingSettings: (change: RoutingChange) => void;
}

/** What a file has only where a person wants it. */
export function ExportTicks(props: ExportTicksProps) {
  const { choices, onChange, routingSettings, onRoutingSettings } = props;
  const { t } = useDashboardText();
  return (
    <fieldset>
      <legend>{t('export.ticks')}</legend>
      <Choice
        label={t('export.route')}
        isOn={routingSettings.showRouting && routingSettings.exportRoute}
        isDisabled={!routingSettings.showRouting}
        onChange={(exportRoute) => onRoutingSettings({ exportRoute })}
      />
      <Choice
        label={t('export.addresses')}
        isOn={routingSettings.exportAddresses}
        onChange={(exportAddresses) => onRoutingSettings({ exportAddresses })}
      />
      <Choice
        label={t('export.local-time')}
        isOn={choices.localTime}
        onChange={(localTime) => onChange({ localTime })}
      />
      <label>
        {t('export.label')}{' '}
        <input
          type="text"
          maxLength={60}
          value={choices.label}
          aria-describedby="how-label"
          onInput={({ currentTarget }) => onChange({ label: currentTarget.value })}
        />
      </label>
      <p id="how-label">{t('export.label.how')}</p>
    </fieldset>
  );
}
