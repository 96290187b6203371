import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab } from '../lab/lab.ts';
import { endpointsOf, fetchBarely } from './bare-fetch.ts';
import { type Benchmark, type Figure, median } from './benchmark.ts';

const runs = 5;

/**
 * A full round with everything reachable, compared with a bare parallel fetch of what it asked under the same
 * limits, alternately in one browser. Every run uses new connections.
 */
export const roundBenchmark: Benchmark = {
  name: 'round',
  async measure() {
    const lab = await createLab();
    const launched = await launchExtension(lab, { build: '.output/chrome-mv3' });
    const bareMs: number[] = [];
    const roundMs: number[] = [];
    const { extension } = launched;
    try {
      const endpoints = endpointsOf(await extension.check());
      for (let run = 0; run < runs; run += 1) {
        await lab.setWorld({});
        bareMs.push(await fetchBarely(extension.page, endpoints));
        await lab.setWorld({});
        const round = await extension.check();
        roundMs.push(Date.parse(round.finishedAt) - Date.parse(round.startedAt));
      }
      return figures(median(roundMs), median(bareMs), endpoints.length);
    } finally {
      await launched.close();
      await lab.close();
    }
  },
};

function figures(roundMs: number, bareMs: number, endpoints: number): Figure[] {
  return [
    {
      name: 'round, all reachable, to bare fetch',
      unit: 'ratio',
      measured: roundMs / bareMs,
      limit: 1.1,
      note: `medians of ${runs}: ${roundMs} ms to ${Math.round(bareMs)} ms`,
    },
    {
      name: 'round, all reachable',
      unit: 'ms',
      measured: roundMs,
      limit: 3_000,
      note: `${endpoints} endpoints`,
    },
  ];
}
