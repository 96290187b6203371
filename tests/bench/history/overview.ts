import { type Figure, median } from '../benchmark.ts';

/** How long a browser took over the dashboard's first page. */
export interface OverviewTimes {
  /** Milliseconds from the start of the navigation until all of it is painted. */
  paintedMs: number;
  /** Milliseconds from the press on the year's button until the bars of the year are painted. */
  yearMs: number;
  /** The longest task of both; null where the browser tells of none. */
  longestTaskMs: number | null;
}

/** Runs in the dashboard, which is still loading. */
export async function overviewTimes(): Promise<OverviewTimes> {
  const tasks: number[] = [];
  const isTold = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  if (isTold) observer.observe({ type: 'longtask', buffered: true });
  const painted = () =>
    new Promise<void>((resolve) => {
      // A task that a frame's callback starts comes after the frame.
      requestAnimationFrame(() => setTimeout(resolve));
    });
  const untilPainted = async (isThere: () => boolean) => {
    while (!isThere()) await painted();
    await painted();
    return performance.now();
  };
  const bars = () => document.querySelector('.bar-rows svg');

  // Either changes, or a sentence that there are none.
  const changes = () => document.querySelector('.changes li, .changes p ~ p');

  const paintedMs = await untilPainted(() => bars() !== null && changes() !== null);
  const ofDay = bars();
  const pressedMs = performance.now();
  const buttons = document.querySelectorAll<HTMLButtonElement>('.history .choice-row button');
  buttons[buttons.length - 1]?.click();
  const yearMs = (await untilPainted(() => ![null, ofDay].includes(bars()))) - pressedMs;
  // A task is told of once it is over.
  await painted();
  observer.disconnect();
  return { paintedMs, yearMs, longestTaskMs: isTold ? Math.max(0, ...tasks) : null };
}

export function overviewFigures(times: readonly OverviewTimes[]): Figure[] {
  const tasks = times.flatMap(({ longestTaskMs }) => longestTaskMs ?? []);
  const note = `median of ${times.length}`;
  const ms = { unit: 'ms' as const, note };
  const painted = times.map(({ paintedMs }) => paintedMs);
  const year = times.map(({ yearMs }) => yearMs);
  return [
    { ...ms, name: "the overview's paint", measured: median(painted), limit: 300 },
    { ...ms, name: "the overview's bars of a year", measured: median(year), limit: 300 },
    ...(tasks.length === 0 ? [] : [longestTask(tasks)]),
  ];
}

function longestTask(tasks: readonly number[]): Figure {
  return {
    name: "the overview's longest task",
    unit: 'ms',
    measured: Math.max(...tasks),
    limit: 100,
    note: `of ${tasks.length} openings, median ${Math.round(median(tasks))} ms; 0: none took 50 ms`,
  };
}
