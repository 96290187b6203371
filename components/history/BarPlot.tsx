import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type BarKind, type BarView, pathsOf, plotHeight } from '../../lib/view/bars.ts';

interface BarPlotProps {
  label: string;
  views: readonly BarView[];
  /** The bar that arrow keys move from. */
  index: number;
  isChosen: boolean;
  /** Only one of several is reached by Tab; arrow keys lead to the others. */
  isReached: boolean;
  /** The chosen bar in words. */
  text: string;
  onChoose: (index: number) => void;
  /** Up or down from here. */
  onLeave: (by: 1 | -1) => void;
  /** Null where the pointer has left. */
  onPoint: (index: number | null) => void;
}

const kinds: BarKind[] = [
  'gap',
  'line',
  'unknown',
  'impaired',
  'likely_blocked',
  'network',
  'blocked',
  'down',
];

/** The bars of one service: chosen by pointer or arrow keys, and then said in words. */
export function BarPlot(props: BarPlotProps) {
  const { label, views, index, isChosen, isReached, text, onChoose, onLeave, onPoint } = props;
  const plot = useRef<HTMLDivElement>(null);
  const had = useRef(isReached);
  useEffect(() => {
    if (isReached && !had.current && isChosen) plot.current?.focus();
    had.current = isReached;
  }, [isReached, isChosen]);
  const last = views.length - 1;
  const steps: Record<string, () => void> = {
    ArrowLeft: () => onChoose(Math.max(0, index - 1)),
    ArrowRight: () => onChoose(Math.min(last, index + 1)),
    Home: () => onChoose(0),
    End: () => onChoose(last),
    ArrowUp: () => onLeave(-1),
    ArrowDown: () => onLeave(1),
  };
  const indexAt = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    return Math.min(last, Math.max(0, Math.floor(share * views.length)));
  };
  return (
    <div
      ref={plot}
      class="plot"
      role="slider"
      tabIndex={isReached ? 0 : -1}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={views.length}
      aria-valuenow={index + 1}
      aria-valuetext={text}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        step();
      }}
      onClick={(event) => onChoose(indexAt(event))}
      onPointerMove={(event) => onPoint(indexAt(event))}
      onPointerLeave={() => onPoint(null)}
    >
      <Drawing views={views} chosen={isChosen ? index : null} />
    </div>
  );
}

function Drawing({ views, chosen }: { views: readonly BarView[]; chosen: number | null }) {
  const paths = useMemo(() => pathsOf(views), [views]);
  return (
    <svg
      viewBox={`0 0 ${views.length} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      class="bars"
    >
      {chosen !== null && <rect class="chosen" x={chosen} y="0" width="1" height={plotHeight} />}
      {kinds.map((kind) => paths[kind] !== '' && <path key={kind} class={kind} d={paths[kind]} />)}
    </svg>
  );
}
