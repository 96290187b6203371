import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { catalog } from '../../lib/catalog/index.ts';
import { methodOf } from '../../lib/catalog/target-kinds.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab } from '../lab/lab.ts';
import { type Benchmark, type Figure, median } from './benchmark.ts';

const runs = 5;

/**
 * A full round with everything reachable, compared with a bare parallel fetch of the same endpoints under
 * the same limits, alternately in one browser. Every run uses new connections.
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
      await extension.check();
      for (let run = 0; run < runs; run += 1) {
        await lab.setWorld({});
        bareMs.push(
          await extension.page.evaluate(bareFetch, { source: limitsSource(), endpoints }),
        );
        await lab.setWorld({});
        const round = await extension.check();
        roundMs.push(Date.parse(round.finishedAt) - Date.parse(round.startedAt));
      }
    } finally {
      await launched.close();
      await lab.close();
    }
    return figures(median(roundMs), median(bareMs));
  },
};

function figures(roundMs: number, bareMs: number): Figure[] {
  return [
    {
      name: 'round, all reachable, to bare fetch',
      unit: 'ratio',
      measured: roundMs / bareMs,
      limit: 1.5,
      note: `medians of ${runs}: ${roundMs} ms to ${Math.round(bareMs)} ms`,
    },
    {
      name: 'round, all reachable',
      unit: 'ms',
      measured: roundMs,
      limit: 3_000,
      note: `${endpoints.length} endpoints`,
    },
  ];
}

const endpoints = [
  ...catalog.controls.map(({ url, method }) => ({ url, method })),
  ...catalog.services
    .filter(({ enabledByDefault }) => enabledByDefault)
    .flatMap((service) =>
      service.targets.map((target) => ({
        // A WebSocket's handshake counts like an HTTPS one.
        url: (target.urls[0] ?? '').replace(/^wss:/, 'https:'),
        method: methodOf(target),
      })),
    ),
];

/** The extension's own limiter, as a script for the page. */
function limitsSource(): string {
  const file = new URL('../../lib/round/limits.ts', import.meta.url);
  return stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll('export ', '');
}

interface BareFetch {
  source: string;
  endpoints: { url: string; method: string }[];
}

type CreateLimits = (options: object) => {
  run(slot: object, task: () => Promise<unknown>): Promise<unknown>;
};

/** Runs in the page. Resolves with the milliseconds that fetching everything took. */
async function bareFetch({ source, endpoints: requested }: BareFetch): Promise<number> {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the source is our own file, and this is no product code
  const createLimits = new Function(`${source}; return createLimits;`)() as CreateLimits;
  const clock = () => performance.now();
  const limits = createLimits({ connections: 8, restMs: 1_000, clock });
  const started = clock();
  await Promise.all(
    requested.map(({ url, method }) =>
      limits.run({ host: new URL(url).origin, priority: 1 }, () =>
        fetch(url, { method, cache: 'no-store', credentials: 'omit', redirect: 'manual' }).catch(
          () => undefined,
        ),
      ),
    ),
  );
  return clock() - started;
}
