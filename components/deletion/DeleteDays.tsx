import { useState } from 'preact/hooks';
import { daysText } from '../../lib/i18n/time.ts';
import { chosenPeriod, type Days } from '../../lib/view/chosen-period.ts';
import { DaysFields } from '../forms/DaysFields.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { CountedQuestion } from './CountedQuestion.tsx';
import { type PartProps, useCount, useNoteCount } from './use-count.ts';

/** Deletes the checks of some days. */
export function DeleteDays(props: PartProps) {
  const { t, language } = useDashboardText();
  const [days, setDays] = useState<Days>({ firstDay: '', lastDay: '' });
  const period = chosenPeriod(days);
  const count = useCount(props, period);
  const notes = useNoteCount(props, period);
  const what =
    period !== null && count !== null
      ? [
          t('forget.days.what', { count, days: daysText(language, period) }),
          ...(notes > 0 ? [t('forget.days.notes', { count: notes })] : []),
        ].join(' ')
      : null;
  return (
    <div>
      <DaysFields
        legend={t('forget.days')}
        {...days}
        onChange={(part) => setDays((before) => ({ ...before, ...part }))}
      />
      <CountedQuestion
        label={t('forget.days.delete')}
        question={t('forget.days.question')}
        what={what}
        isEmpty={count === 0 && notes === 0}
        onYes={() => period && props.onDeletePart(period)}
      />
    </div>
  );
}
