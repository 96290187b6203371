// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TimesChart } from '../../../../components/history/TimesChart.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { bucketOf } from '../../../../lib/model/latency.ts';
import { buildBars } from '../../view/build-bars.ts';

const drawn = vi.hoisted(() => vi.fn());

// It draws on a canvas, which a document without a screen does not have.
vi.mock('uplot', () => ({
  default: class {
    destroy() {}
    static tzDate = (date: Date, zone: string) => `${date.toISOString()} ${zone}`;
    constructor(options: unknown) {
      drawn(options);
    }
  },
}));

beforeEach(() => {
  // Where noon of UTC is the next day.
  vi.stubEnv('TZ', 'Pacific/Auckland');
  render(null, document.body);
  drawn.mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

it('draws no times where nothing answered', async () => {
  const bars = buildBars([{ tries: 4, failures: 4, states: { blocked: 1 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" span="day" bars={bars} />
    </TextProvider>,
    document.body,
  );

  await vi.waitFor(() => expect(drawn).toHaveBeenCalled());
  expect(document.querySelectorAll('figure').length).toBe(1);
});

it('draws anew in the colours of another theme, wherever that was chosen', async () => {
  const bars = buildBars([{ tries: 4, failures: 1, times: { [bucketOf(100)]: 3 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" span="day" bars={bars} />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(2));

  document.documentElement.style.colorScheme = 'dark';

  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(4));
});

it('draws anew in the colours of paper', async () => {
  const paper = new EventTarget();
  vi.stubGlobal('matchMedia', (query: string) => (query === 'print' ? paper : new EventTarget()));
  const bars = buildBars([{ tries: 4, failures: 4, states: { blocked: 1 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" span="day" bars={bars} />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(1));

  paper.dispatchEvent(new Event('change'));

  expect(drawn).toHaveBeenCalledTimes(2);
});

it('names its times as the table does: days are those of UTC', async () => {
  const fromMs = Date.parse('2026-03-01T00:00:00.000Z');
  const bars = buildBars([{ tries: 4, failures: 1, times: { [bucketOf(100)]: 3 } }]).map((bar) => ({
    ...bar,
    fromMs,
    toMs: fromMs + 24 * 60 * 60 * 1000,
  }));
  render(
    <TextProvider language="en">
      <TimesChart service="signal" span="month" bars={bars} />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalled());

  const [[{ series, axes, tzDate }]] = drawn.mock.calls as [[Options]];
  const noon = fromMs / 1000 + 12 * 60 * 60;
  expect(series[0]?.value(null, noon, 0, 0)).toBe('Mar 1, 2026, UTC');
  expect(series[0]?.value(null, null, 0, null)).toBe('');
  const days = [fromMs / 1000, fromMs / 1000 + 24 * 60 * 60];
  expect(axes[0]?.values(null, days)).toEqual(['Mar 1', 'Mar 2']);
  expect(tzDate(noon)).toBe('2026-03-01T12:00:00.000Z UTC');
});

it('names the days of a week by their dates, also where one has 23 hours', async () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const bars = buildBars([{ tries: 4, failures: 1, times: { [bucketOf(100)]: 3 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" span="week" bars={bars} />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalled());

  const [[{ axes }]] = drawn.mock.calls as [[Options]];
  const midnights = [29, 30, 31].map((day) => new Date(2026, 2, day).getTime() / 1000);
  expect(axes[0]?.values(null, midnights)).toEqual(['Mar 29', 'Mar 30', 'Mar 31']);
  const halves = [1, 13].map((hour) => new Date(2026, 2, 28, hour).getTime() / 1000);
  expect(axes[0]?.values(null, halves)).toEqual([
    expect.stringMatching(/^1:00\sAM$/),
    expect.stringMatching(/^1:00\sPM$/),
  ]);
});

interface Options {
  series: { value: (plot: null, raw: number | null, line: number, at: number | null) => string }[];
  axes: { values: (plot: null, seconds: number[]) => string[] }[];
  tzDate: (seconds: number) => unknown;
}

it('draws words as much larger as the person has the texts of pages', async () => {
  document.documentElement.style.fontSize = '24px';
  render(
    <TextProvider language="en">
      <TimesChart
        service="signal"
        span="day"
        bars={buildBars([{ tries: 4, failures: 4, states: { blocked: 1 } }])}
      />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalled());
  document.documentElement.style.fontSize = '';

  const [{ axes, height }] = drawn.mock.calls[0] as [
    { height: number; axes: { font: string; size?: number }[] },
  ];
  expect(axes.map(({ font }) => Number.parseInt(font, 10))).toEqual([18, 18]);
  expect([height, axes[1]?.size]).toEqual([210, 96]);
});
