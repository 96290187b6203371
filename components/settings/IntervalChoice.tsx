import { type Interval, intervals } from '../../lib/settings/check-settings.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface IntervalChoiceProps {
  everyMinutes: Interval | null;
  isDisabled?: boolean;
  onChange: (everyMinutes: Interval | null) => void;
}

/** How often the extension checks by itself. */
export function IntervalChoice({
  everyMinutes,
  isDisabled = false,
  onChange,
}: IntervalChoiceProps) {
  const { t } = useDashboardText();
  const choices = [...intervals, null];
  return (
    <label>
      {t('settings.every')}{' '}
      <select
        value={String(everyMinutes)}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(choices[currentTarget.selectedIndex] ?? null)}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {minutes === null ? t('settings.every.never') : nameOf(minutes, t)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(minutes: Interval, t: ReturnType<typeof useDashboardText>['t']): string {
  if (minutes < 60) return t('settings.every.minutes', { count: minutes });
  return t('settings.every.hours', { count: minutes / 60 });
}
