import { exactTime } from '../lib/i18n/time.ts';
import type { DatedState, RoutePair } from '../lib/view/route-pairs.ts';
import { useDashboardText } from './dashboard-text.ts';
import { ScrollBox } from './ScrollBox.tsx';
import { StateIcon } from './StateIcon.tsx';

/** Each service's states with and without a detour, side by side. */
export function RoutePairs({ pairs }: { pairs: RoutePair[] }) {
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
            {pairs.map(({ id, name, direct, detour }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
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

function StateCell({ seen: { state, at } }: { seen: DatedState }) {
  const { language, t } = useDashboardText();
  return (
    <td>
      <span class="seen">
        <StateIcon sign={state} />
        {t(`state.${state}`)}
      </span>
      <time dateTime={at}>{exactTime(language, at)}</time>
    </td>
  );
}
