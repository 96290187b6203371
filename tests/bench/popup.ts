import { rmSync } from 'node:fs';
import type { Extension } from '../lab/browsers/extension.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab } from '../lab/lab.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { emptyPage, withEmptyPage } from './empty-page.ts';
import { interactionFigure } from './interactions.ts';
import { forPopups, type PaintTimes, partsOf, timePaint, typicalOf } from './time-paint.ts';

const runs = 100;

/** The popup with verdicts in its history, compared with a page of the same extension with one word. */
export const popupBenchmark: Benchmark = {
  name: 'popup',
  async measure() {
    const build = withEmptyPage('.output/chrome-mv3');
    const lab = await createLab();
    const launched = await launchExtension(lab, { build, ...forPopups });
    const { extension } = launched;
    try {
      await extension.check();
      return [await paintFigure(extension), await interactionFigure(extension)];
    } finally {
      await launched.close();
      await lab.close();
      rmSync(build, { recursive: true, force: true });
    }
  },
};

async function paintFigure(extension: Extension): Promise<Figure> {
  const empty = { path: emptyPage, content: 'body', times: [] as PaintTimes[] };
  const popup = { path: 'popup.html', content: 'main', times: [] as PaintTimes[] };
  for (let run = 0; run < runs; run += 1) {
    // Neither is always the one that follows the other.
    for (const { path, content, times } of run % 2 === 0 ? [empty, popup] : [popup, empty]) {
      times.push(await timePaint(extension, path, content));
    }
  }
  return {
    name: "popup's verdicts painted, to an empty one",
    unit: 'ratio',
    measured: typicalOf(popup.times).shownMs / typicalOf(empty.times).shownMs,
    limit: 1.3,
    note: `${runs} each: ${partsOf(popup.times)} to ${partsOf(empty.times)}`,
  };
}
