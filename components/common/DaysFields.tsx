import type { Days } from '../../lib/view/chosen-period.ts';
import { useDashboardText } from './dashboard-text.ts';

interface DaysFieldsProps extends Days {
  legend: string;
  onChange: (part: Partial<Days>) => void;
}

export function DaysFields({ legend, firstDay, lastDay, onChange }: DaysFieldsProps) {
  const { t } = useDashboardText();
  return (
    <fieldset class="days">
      <legend>{legend}</legend>
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
