import { useId } from 'preact/hooks';
import { dayText } from '../../lib/i18n/time.ts';
import { type Days, isReversed } from '../../lib/view/chosen-period.ts';
import { midnight } from '../../lib/view/days.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { Problem } from './Problem.tsx';

interface DaysFieldsProps extends Days {
  legend: string;
  onChange: (part: Partial<Days>) => void;
}

/** Two days. Browsers let people type any, so those in the wrong order are told. */
export function DaysFields({ legend, firstDay, lastDay, onChange }: DaysFieldsProps) {
  const { t, language } = useDashboardText();
  const id = useId();
  const isWrong = isReversed({ firstDay, lastDay });
  const textOf = (day: string) => dayText(language, midnight(day));
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
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          onChange={({ currentTarget }) => onChange({ lastDay: currentTarget.value })}
        />
      </label>
      <Problem id={id}>
        {isWrong &&
          t('own.problem', {
            field: t('export.to'),
            found: textOf(lastDay),
            allowed: t('export.to.rule', { day: textOf(firstDay) }),
          })}
      </Problem>
    </fieldset>
  );
}
