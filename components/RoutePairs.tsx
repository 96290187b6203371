import { exactTime } from '../lib/i18n/time.ts';
import type { DatedState, RoutePair } from '../lib/view/route-pairs.ts';
import { useDashboardText } from './dashboard-text.ts';
import { ScrollBox } from './ScrollBox.tsx';
import { StateIcon } from './StateIcon.tsx';

/** Each service's states with and without a detour, side by side. */
export function RoutePairs({ pairs }: { pairs: RoutePair[] }) {
  const { say } = useDashboardText();
  return (
    <section>
      <h2>{say('pairs.title')}</h2>
      <ScrollBox label={say('pairs.title')}>
        <table class="pairs">
          <caption>
            <span>{say('pairs.caption')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('history.service')}</th>
              <th scope="col">{say('pairs.direct')}</th>
              <th scope="col">{say('pairs.detour')}</th>
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
  const { language, say } = useDashboardText();
  return (
    <td>
      <span class="seen">
        <StateIcon sign={state} />
        {say(`state.${state}`)}
      </span>
      <time dateTime={at}>{exactTime(language, at)}</time>
    </td>
  );
}
