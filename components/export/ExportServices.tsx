import type { ExportChoices } from '../../lib/view/export-choices.ts';
import type { NamedService } from '../../lib/view/service-names.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ExportServicesProps {
  services: readonly NamedService[];
  choices: ExportChoices;
  onChange: (part: Partial<ExportChoices>) => void;
}

/** Which services the file holds: at least one. */
export function ExportServices({ services, choices, onChange }: ExportServicesProps) {
  const { t } = useDashboardText();
  if (services.length === 0) return null;
  const all = services.map(({ id }) => id);
  const chosen = choices.services ?? all;
  const choose = (id: string, isOn: boolean) => {
    const next = all.filter((one) => (one === id ? isOn : chosen.includes(one)));
    // All that there are, also those that are no longer checked.
    onChange({ services: next.length === all.length ? null : next });
  };
  return (
    <fieldset class="service-choices">
      <legend>{t('export.services')}</legend>
      {services.map(({ id, name }) => (
        <Choice
          key={id}
          label={name}
          isOn={chosen.includes(id)}
          isDisabled={chosen.length === 1 && chosen[0] === id}
          onChange={(isOn) => choose(id, isOn)}
        />
      ))}
    </fieldset>
  );
}
