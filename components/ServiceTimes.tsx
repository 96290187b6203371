import { useSignal } from '@preact/signals';
import { barTime } from '../lib/i18n/bar-time.ts';
import type { Bar, Span } from '../lib/model/bar.ts';
import type { ServiceState } from '../lib/model/state.ts';
import { type ServiceTime, serviceTimes } from '../lib/view/service-times.ts';
import { useDashboardText } from './dashboard-text.ts';
import { ScrollBox } from './ScrollBox.tsx';

interface ServiceTimesProps {
  service: string;
  bars: readonly Bar[];
  span: Span;
}

/** The bars of a service as a table, with what they do not show; made once it is unfolded. */
export function ServiceTimes({ service, bars, span }: ServiceTimesProps) {
  const { t } = useDashboardText();
  const isOpen = useSignal(false);
  return (
    <details
      class="evidence"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{t('times.title')}</summary>
      {isOpen.value && <TimesTable {...{ service, bars, span }} />}
    </details>
  );
}

const heads = [
  'times.when',
  'times.checks',
  'times.failures',
  'times.median',
  'times.slowest',
  'details.mechanisms',
] as const;

function TimesTable({ service, bars, span }: ServiceTimesProps) {
  const { t } = useDashboardText();
  return (
    <ScrollBox label={t('times.title')}>
      <table class="attempts times">
        <caption>
          <span>{t('times.caption')}</span>
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {serviceTimes(bars, service).map((time) => (
            <TimeRow key={time.fromMs} time={time} span={span} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function TimeRow({ time, span }: { time: ServiceTime; span: Span }) {
  const { language, t } = useDashboardText();
  const { counts, tries, failures, latency, mechanisms } = time;
  const numbers = new Intl.NumberFormat(language);
  const milliseconds = (value: number) =>
    t('evidence.milliseconds', { value: numbers.format(value) });
  return (
    <tr>
      <th scope="row">{barTime(language, time, span)}</th>
      <td>
        {Object.entries(counts)
          .map(([state, count]) =>
            t('bars.counted', { state: t(`state.${state as ServiceState}`), count }),
          )
          .join('; ')}
      </td>
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
    </tr>
  );
}
