import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { longestLabel } from '../../lib/settings/network-label.ts';
import { isLabelSet, isLocked, labelFor } from '../../lib/settings/organisation.ts';
import type { ExportChoices } from '../../lib/view/export-choices.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ExportTicksProps {
  choices: ExportChoices;
  onChange: (part: Partial<ExportChoices>) => void;
  routingSettings: Pick<RoutingSettings, 'showRouting'>;
  checkSettings: Pick<CheckSettings, 'organisation'>;
}

/** What a file has only where a person wants it. */
export function ExportTicks(props: ExportTicksProps) {
  const { choices, onChange, routingSettings, checkSettings } = props;
  const { t } = useDashboardText();
  return (
    <fieldset>
      <legend>{t('export.ticks')}</legend>
      <Choice
        label={t('export.route')}
        isOn={routingSettings.showRouting && choices.route}
        isDisabled={!routingSettings.showRouting}
        onChange={(route) => onChange({ route })}
      />
      <Choice
        label={t('export.addresses')}
        isOn={choices.addresses}
        onChange={(addresses) => onChange({ addresses })}
      />
      <Choice
        label={t('export.local-time')}
        isOn={choices.localTime}
        onChange={(localTime) => onChange({ localTime })}
      />
      <NetworkLabel {...{ choices, onChange, checkSettings }} />
    </fieldset>
  );
}

function NetworkLabel(props: Pick<ExportTicksProps, 'choices' | 'onChange' | 'checkSettings'>) {
  const { choices, onChange, checkSettings } = props;
  const { t } = useDashboardText();
  const label = labelFor(checkSettings, choices.label);
  return (
    <>
      <label>
        {t('export.label')}{' '}
        <input
          type="text"
          maxLength={longestLabel}
          value={label}
          disabled={isLocked(checkSettings, 'label')}
          aria-describedby="how-label"
          onInput={({ currentTarget }) => onChange({ label: currentTarget.value })}
        />
      </label>
      <p id="how-label">
        {t(isLabelSet(checkSettings, label) ? 'settings.organisation' : 'export.label.how')}
      </p>
    </>
  );
}
