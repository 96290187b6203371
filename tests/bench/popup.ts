import { rmSync } from 'node:fs';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab } from '../lab/lab.ts';
import { type Benchmark, mean } from './benchmark.ts';
import { emptyPage, withEmptyPage } from './empty-page.ts';
import { interactionFigure } from './interactions.ts';
import { timePaint } from './time-paint.ts';

const runs = 50;

/** The popup with verdicts in its history, compared with a page of the same extension with one word. */
export const popupBenchmark: Benchmark = {
  name: 'popup',
  async measure() {
    const build = withEmptyPage('.output/chrome-mv3');
    const lab = await createLab();
    const launched = await launchExtension(lab, { build });
    const { extension } = launched;
    try {
      await extension.check();
      const empty: number[] = [];
      const popup: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        empty.push(await timePaint(extension, emptyPage, 'body'));
        popup.push(await timePaint(extension, 'popup.html', 'main'));
      }
      return [
        {
          name: "popup's verdicts painted, to an empty one",
          unit: 'ratio',
          // Paints come in frames, so a median would jump by a whole frame.
          measured: mean(popup) / mean(empty),
          limit: 1.3,
          note: `means of ${runs}: ${Math.round(mean(popup))} ms to ${Math.round(mean(empty))} ms`,
        },
        await interactionFigure(extension),
      ];
    } finally {
      await launched.close();
      await lab.close();
      rmSync(build, { recursive: true, force: true });
    }
  },
};
