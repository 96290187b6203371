import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import {
  gateStretches,
  linesOf,
  type PhaseName,
  type Stretch,
  timeLineOf,
  type WaterfallLine,
} from '../../lib/view/waterfall.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface WaterfallProps {
  service: ServiceResult;
  round: Round;
}

const legend: PhaseName[] = ['name', 'connection', 'handshake', 'answer', 'body', 'whole'];

/** When the attempts on a service were made and how their time was spent, as far as the browser told it. */
export function Waterfall({ service, round }: WaterfallProps) {
  const { t } = useDashboardText();
  const line = timeLineOf(round);
  if (line === null) return <p>{t('waterfall.clock')}</p>;
  const lines = linesOf(service, line);
  const gates = gateStretches(round.circumstances.gates, line);
  const occurring = new Set(lines.flatMap(({ phases }) => phases.map(({ name }) => name)));
  return (
    <figure class="waterfall">
      <div
        role="img"
        aria-label={t('waterfall.label', { name: service.name, count: lines.length })}
      >
        {lines.map((one) => (
          <Line
            key={`${one.target} ${one.attempt.n}`}
            line={one}
            gates={gates}
            service={service.id}
          />
        ))}
      </div>
      <figcaption>
        <ul class="legend">
          {legend
            .filter((name) => occurring.has(name))
            .map((name) => (
              <li key={name}>
                <svg class="sample" viewBox="0 0 14 14" aria-hidden="true">
                  <rect class={`phase-${name}`} y="3" width="14" height="8" />
                </svg>
                {t(`waterfall.${name}`)}
              </li>
            ))}
          {gates.length > 0 && (
            <li>
              <svg class="sample" viewBox="0 0 14 14" aria-hidden="true">
                <rect class="gate" width="14" height="14" />
              </svg>
              {t('waterfall.gate')}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}

interface LineProps {
  line: WaterfallLine;
  gates: readonly Stretch[];
  service: string;
}

/** The drawing is this wide, in units of its own. */
const width = 1000;
/** What is shorter would not be seen. */
const leastWidth = 3;

function Line({ line: { target, attempt, phases, startShare }, gates, service }: LineProps) {
  return (
    <div class={attempt.ok ? 'line' : 'line failed'}>
      <span>
        <bdi>{target.replace(`${service}/`, '')}</bdi> {attempt.n}
      </span>
      <svg viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden="true">
        {gates.map(({ from, to }) => (
          <rect key={from} class="gate" x={from * width} width={widthOf(from, to)} height="16" />
        ))}
        {phases.length === 0 && (
          <rect class="phase-unknown" x={startShare * width} y="2" width={leastWidth} height="12" />
        )}
        {phases.map(({ name, from, to }) => (
          <rect
            key={name}
            class={`phase-${name}`}
            x={from * width}
            y="4"
            width={widthOf(from, to)}
            height="8"
          />
        ))}
      </svg>
      <span>{attempt.ok ? '✓' : '✗'}</span>
    </div>
  );
}

function widthOf(from: number, to: number): number {
  return Math.max(leastWidth, (to - from) * width);
}
