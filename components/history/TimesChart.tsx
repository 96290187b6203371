import { useEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { barTime } from '../../lib/i18n/bar-time.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { numberFormat } from '../../lib/i18n/numbers.ts';
import { shareText } from '../../lib/i18n/share-text.ts';
import { dateFormat } from '../../lib/i18n/time.ts';
import type { Bar, Span } from '../../lib/model/bar.ts';
import { type TimeSeries, timeSeries } from '../../lib/view/time-series.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface TimesChartProps {
  service: string;
  bars: readonly Bar[];
  span: Span;
}

/* In pixels, for the text size that browsers have at first. */
const height = 140;
const axisWidth = 64;
const axisText = 12;
/** So that the longest words of times, as “12:00 PM”, stay apart. */
const leastBetweenTimes = 76;

/** How long answers took and how many connections failed, as lines; the same stands in the table below. */
export function TimesChart({ service, bars, span }: TimesChartProps) {
  const { language } = useDashboardText();
  const series = useMemo(() => timeSeries(bars, service), [bars, service]);
  // A pointer over the bars draws what is around here anew many times a second.
  return useMemo(() => <Plots {...{ series, bars, span }} />, [series, bars, span, language]);
}

function Plots({
  series,
  ...times
}: Pick<TimesChartProps, 'bars' | 'span'> & { series: TimeSeries }) {
  const { language, t } = useDashboardText();
  const { at, median, slowest, failing } = series;
  if (failing.every((one) => one === null)) return null;
  const numbers = numberFormat(language);
  return (
    <div class="charts">
      {/* Where nothing answered, there is nothing to draw. */}
      {median.some((one) => one !== null) && (
        <Plot
          title={t('times.chart.latency')}
          {...{ at, language }}
          {...times}
          timeLabel={t('times.when')}
          lines={[
            { label: t('times.median'), values: median, color: '--accent' },
            { label: t('times.slowest'), values: slowest, color: '--impaired' },
          ]}
          textOf={(value) => t('evidence.milliseconds', { value: numbers.format(value) })}
        />
      )}
      <Plot
        title={t('times.failures')}
        {...{ at, language }}
        {...times}
        timeLabel={t('times.when')}
        lines={[{ label: t('times.failures'), values: failing, color: '--blocked' }]}
        top={1}
        textOf={(value) => shareText(language, value)}
      />
    </div>
  );
}

interface PlotProps extends Pick<TimesChartProps, 'bars' | 'span'> {
  title: string;
  language: Language;
  timeLabel: string;
  /** Seconds since 1970. */
  at: number[];
  /** `color`: a custom property of the theme. */
  lines: { label: string; values: (number | null)[]; color: string }[];
  /** The end of the scale; where left out, that of the values. */
  top?: number;
  textOf: (value: number) => string;
}

function Plot(props: PlotProps) {
  const { title, at, lines } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const draw = () => new uPlot(optionsOf(element, props), [at, ...lines.map(valuesOf)], element);
    let plot = draw();
    const again = () => {
      plot.destroy();
      plot = draw();
    };
    // A canvas takes no colours of the page by itself.
    const grounds = ['(prefers-color-scheme: dark)', 'print'].map((one) => matchMedia(one));
    for (const ground of grounds) ground.addEventListener('change', again);
    // The theme of the settings, which another tab may change.
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    const resizing = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: textScale() * height });
    });
    resizing.observe(element);
    return () => {
      for (const ground of grounds) ground.removeEventListener('change', again);
      theme.disconnect();
      resizing.disconnect();
      plot.destroy();
    };
  });
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* Time runs from left to right, as in the bars. */}
      <div ref={place} dir="ltr" aria-hidden="true" />
    </figure>
  );
}

function valuesOf({ values }: PlotProps['lines'][number]): (number | null)[] {
  return values;
}

function optionsOf(
  element: Element,
  { language, bars, span, timeLabel, lines, top, textOf }: PlotProps,
): ConstructorParameters<typeof uPlot>[0] {
  const style = getComputedStyle(element);
  const colorOf = (name: string) => style.getPropertyValue(name).trim();
  const utc = span === 'day' || span === 'week' ? {} : { timeZone: 'UTC' };
  const scale = textScale();
  const axis = {
    stroke: style.color,
    font: `${Math.round(scale * axisText)}px ${style.fontFamily}`,
    grid: { show: false },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: scale * height,
    cursor: { y: false },
    // As in the table: days are those of UTC.
    ...(utc.timeZone && { tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'UTC') }),
    scales: { y: { range: (_, __, max) => [0, top ?? Math.max(1, max * 1.1)] } },
    axes: [
      {
        ...axis,
        space: scale * leastBetweenTimes,
        values: (_, seconds) => axisDates(language, seconds, utc),
      },
      { ...axis, size: scale * axisWidth, values: (_, values) => values.map(textOf) },
    ],
    series: [
      {
        label: timeLabel,
        value: (_, __, ___, index) => {
          const bar = index === null ? undefined : bars[index];
          return bar === undefined ? '' : barTime(language, bar, span);
        },
      },
      ...lines.map(({ label, color }) => ({
        label,
        stroke: resolved(element, colorOf(color)),
        width: 2,
        // A measurement between two gaps has no line.
        points: { show: true, size: 5 },
        value: (_: uPlot, value: number | null) => (value === null ? '' : textOf(value)),
      })),
    ],
  };
}

/** How much larger texts are than browsers have them at first; a canvas takes no size of the page by itself. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** `light-dark(…)` as one colour, which is all that a canvas understands. */
function resolved(element: Element, color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  element.append(probe);
  const { color: one } = getComputedStyle(probe);
  probe.remove();
  return one;
}

function axisDates(
  language: Language,
  seconds: readonly number[],
  zone: { timeZone?: string },
): string[] {
  const [first = 0, second = first] = seconds;
  // At most twelve apart; a day on which clocks change may have but 23.
  const isHours = second - first < 23 * 60 * 60;
  const format = dateFormat(
    language,
    isHours
      ? { ...zone, hour: 'numeric', minute: '2-digit' }
      : { ...zone, day: 'numeric', month: 'short' },
  );
  return seconds.map((one) => format.format(one * 1000));
}
