import { barTime } from '../../lib/i18n/bar-time.ts';
import { numberFormat } from '../../lib/i18n/numbers.ts';
import type { Bar, Span } from '../../lib/model/bar.ts';
import { type ServiceTime, serviceTimes } from '../../lib/view/service-times.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { useCountWords } from './BarDetails.tsx';
import type { BarRow } from './BarRows.tsx';
import { FoldedTable } from './FoldedTable.tsx';

interface ServiceTimesProps {
  service: string;
  bars: readonly Bar[];
  span: Span;
  /** Of its uses. */
  roles: readonly BarRow[];
}

const heads = [
  'times.when',
  'times.checks',
  'times.failures',
  'times.median',
  'times.slowest',
  'details.mechanisms',
] as const;

/** The bars of a service as a table, with what they do not show. */
export function ServiceTimes({ service, bars, span, roles }: ServiceTimesProps) {
  const { t } = useDashboardText();
  return (
    <FoldedTable
      class="times"
      heads={[
        ...heads.map((id) => ({ id, text: t(id) })),
        ...roles.map(({ id, name }) => ({ id, text: name })),
      ]}
    >
      {() =>
        serviceTimes(bars, service).map((time) => (
          <TimeRow key={time.fromMs} {...{ time, span, roles }} />
        ))
      }
    </FoldedTable>
  );
}

type TimeRowProps = Pick<ServiceTimesProps, 'span' | 'roles'> & { time: ServiceTime };

function TimeRow({ time, span, roles }: TimeRowProps) {
  const { language, t } = useDashboardText();
  const { counts, tries, failures, latency, mechanisms } = time;
  const countWords = useCountWords();
  const partWords = useCountWords('part');
  const numbers = numberFormat(language);
  const milliseconds = (value: number) =>
    t('evidence.milliseconds', { value: numbers.format(value) });
  return (
    <tr>
      <th scope="row">{barTime(language, time, span)}</th>
      <td>{countWords(counts)}</td>
      <td class="number">{t('times.failed', { failures, tries })}</td>
      <td class="number">{latency && milliseconds(latency.p50)}</td>
      <td class="number">{latency && milliseconds(latency.p95)}</td>
      <td>
        {Object.entries(mechanisms).map(([set, count]) => (
          <code key={set}>
            {set.replaceAll('|', ', ')} ({numbers.format(count)})
          </code>
        ))}
      </td>
      {roles.map(({ id, views }) => (
        <td key={id}>
          {partWords(views.find(({ fromMs }) => fromMs === time.fromMs)?.counts ?? {})}
        </td>
      ))}
    </tr>
  );
}
