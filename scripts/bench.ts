import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkOptions, Figure } from '../tests/bench/benchmark.ts';
import { bytesBenchmark } from '../tests/bench/bytes.ts';
import { historyBenchmark } from '../tests/bench/history/history.ts';
import { popupBenchmark } from '../tests/bench/popup.ts';
import { processorBenchmark } from '../tests/bench/processor.ts';
import { roundBenchmark } from '../tests/bench/round.ts';
import { sizeBenchmark } from '../tests/bench/size.ts';

const benchmarks: Benchmark[] = [
  roundBenchmark,
  processorBenchmark,
  popupBenchmark,
  bytesBenchmark,
  sizeBenchmark,
  historyBenchmark,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    attempts: { type: 'string', default: '1000000' },
  },
});
const options = optionsOf(values);
const figures: Figure[] = [];
for (const benchmark of choose(positionals)) figures.push(...(await benchmark.measure(options)));

console.table(
  figures.map((figure) => ({
    figure: figure.name,
    measured: format(figure, figure.measured),
    limit: format(figure, figure.limit),
    note: figure.note,
  })),
);
mkdirSync('bench', { recursive: true });
writeFileSync('bench/results.json', `${JSON.stringify(figures, null, 2)}\n`);

const missed = figures.filter((figure) => !(figure.measured <= figure.limit));
for (const figure of missed) {
  console.error(
    `Missed: ${figure.name} is ${format(figure, figure.measured)}, allowed ${format(figure, figure.limit)}`,
  );
}
process.exit(missed.length === 0 ? 0 : 1);

function optionsOf({ browser, attempts }: { browser: string; attempts: string }): BenchmarkOptions {
  const isKnown = browser === 'chromium' || browser === 'firefox';
  if (!isKnown || !/^[1-9]\d*$/.test(attempts)) {
    console.error('The options are: --browser chromium or firefox, --attempts and a number');
    process.exit(2);
  }
  return { browser, attempts: Number(attempts) };
}

function choose(names: readonly string[]): Benchmark[] {
  const known = benchmarks.map((benchmark) => benchmark.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`Unknown benchmark "${unknown}"; there are: ${known.join(', ')}`);
    process.exit(2);
  }
  return names.length === 0 ? benchmarks : benchmarks.filter((one) => names.includes(one.name));
}

function format({ unit }: Figure, value: number): string {
  if (!Number.isFinite(value)) return '';
  if (unit === 'ratio') return value.toFixed(2);
  if (unit === 'count') return value.toFixed(1);
  return unit === 'ms' ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} kB`;
}
