import { useState } from 'preact/hooks';
import { useLoaded } from '../loading/use-loaded.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { CountedQuestion } from './CountedQuestion.tsx';
import type { DeletePartProps } from './DeletePart.tsx';
import { useCount } from './use-count.ts';

/** Deletes what checks told of one service. */
export function DeleteService(props: Omit<DeletePartProps, 'isDeleting'>) {
  const { services, queries, rounds, onDeletePart } = props;
  const { t } = useDashboardText();
  const [chosen, setChosen] = useState('');
  const { value: checked = [] } = useLoaded(
    async () =>
      services.length === 0
        ? []
        : queries.readServices(new Map(services.map(({ id, name: known }) => [id, known]))),
    [queries, rounds, services],
  );
  const name = checked.find(({ id }) => id === chosen)?.name ?? null;
  const part = name === null ? null : { service: chosen };
  const count = useCount(props, part);
  const what = name !== null && count !== null ? t('forget.service.what', { count, name }) : null;
  return (
    <div>
      <label>
        {t('forget.service')}{' '}
        <select value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          <option value="">{t('forget.service.none')}</option>
          {checked.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <CountedQuestion
        label={t('forget.service.delete')}
        question={t('forget.service.question', { name: name ?? '' })}
        what={what}
        isEmpty={count === 0}
        onYes={() => part && onDeletePart(part)}
      />
    </div>
  );
}
