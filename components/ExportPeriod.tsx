import type { ExportChoices } from '../lib/view/export-choices.ts';
import { useDashboardText } from './dashboard-text.ts';

interface ExportPeriodProps {
  choices: ExportChoices;
  onChange: (part: Partial<ExportChoices>) => void;
}

export function ExportPeriod({ choices: { firstDay, lastDay }, onChange }: ExportPeriodProps) {
  const { t } = useDashboardText();
  return (
    <fieldset class="export-period">
      <legend>{t('export.period')}</legend>
      <label>
        {t('export.from')}{' '}
        <input
          type="date"
          value={firstDay}
          max={lastDay}
          onChange={({ currentTarget }) => onChange({ firstDay: currentTarget.value })}
        />
      </label>
      <label>
        {t('export.to')}{' '}
        <input
          type="date"
          value={lastDay}
          min={firstDay}
          onChange={({ currentTarget }) => onChange({ lastDay: currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}
