import { dateAndMinute } from '../../lib/i18n/time.ts';
import type { SeenState } from '../../lib/model/bar.ts';
import { fullWordOf } from '../../lib/view/full-word.ts';
import type { RouteComparison } from '../../lib/view/route-comparison.ts';
import { ScrollBox } from '../page/ScrollBox.tsx';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface RouteComparisonTableProps {
  comparisons: readonly RouteComparison[];
  nameOf: (service: string) => string;
}

/** Services that were last seen in another state with a detour than without it. */
export function RouteComparisonTable({ comparisons, nameOf }: RouteComparisonTableProps) {
  const { t } = useDashboardText();
  return (
    <section>
      <h2>{t('pairs.title')}</h2>
      <ScrollBox label={t('pairs.title')}>
        <table class="pairs">
          <caption>
            <span>{t('pairs.caption')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('history.service')}</th>
              <th scope="col">{t('pairs.direct')}</th>
              <th scope="col">{t('pairs.detour')}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map(({ service, direct, detour }) => (
              <tr key={service}>
                <th scope="row">{nameOf(service)}</th>
                <StateCell seen={direct} />
                <StateCell seen={detour} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function StateCell({ seen: { state, scope, atMs } }: { seen: SeenState }) {
  const { language, t } = useDashboardText();
  const at = new Date(atMs).toISOString();
  return (
    <td>
      <span class="seen">
        <StateIcon sign={state} />
        {t(fullWordOf(state, scope))}
      </span>
      <time dateTime={at}>{dateAndMinute(language, at)}</time>
    </td>
  );
}
