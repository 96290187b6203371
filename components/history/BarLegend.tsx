import type { SummedState } from '../../lib/model/rollup.ts';
import type { BarView } from '../../lib/view/bars.ts';
import { type BarKind, pathsOf, plotHeight } from '../../lib/view/bars.ts';
import { fullWordOf } from '../../lib/view/full-word.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

const states: SummedState[] = [
  'ok',
  'impaired',
  'likely_blocked',
  'blocked',
  'network',
  'down',
  'insufficient',
];

/** What the heights and colours of bars mean. */
export function BarLegend() {
  const { t } = useDashboardText();
  return (
    <>
      <svg class="stripes" width="0" height="0" aria-hidden="true">
        <pattern id="down-stripes" width="1" height="4" patternUnits="userSpaceOnUse">
          <rect width="1" height="2.6" />
        </pattern>
        <pattern id="network-stripes" width="1" height="6" patternUnits="userSpaceOnUse">
          <rect width="1" height="2" />
        </pattern>
      </svg>
      <ul class="legend" aria-label={t('bars.legend')}>
        {states.map((state) => (
          <li key={state}>
            <Sample state={state} />
            {t(fullWordOf(state))}
          </li>
        ))}
        <li>
          <Sample state={null} />
          {t('bars.none')}
        </li>
      </ul>
    </>
  );
}

/** @param state null for no checks */
function Sample({ state }: { state: SummedState | null }) {
  const counts = state === null ? {} : { [state]: 1 };
  const view: BarView = { fromMs: 0, toMs: 0, counts, mechanisms: {} };
  const drawn = Object.entries(pathsOf([view, view])).filter(([, path]) => path !== '');
  return (
    <svg
      class="bars sample"
      viewBox={`0 0 2 ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {drawn.map(([kind, path]) => (
        <path key={kind} class={kind satisfies string as BarKind} d={path} />
      ))}
    </svg>
  );
}
