/** One measured figure with its promised limit. */
export interface Figure {
  name: string;
  unit: 'ratio' | 'ms' | 'bytes' | 'count';
  measured: number;
  /** The highest value allowed. */
  limit: number;
  /** Its comparison, or how it was measured. */
  note: string;
}

export interface Benchmark {
  name: string;
  measure: (options: BenchmarkOptions) => Promise<Figure[]>;
}

/** For those of the history; the others have neither. */
export interface BenchmarkOptions {
  browser: 'chromium' | 'firefox';
  /** About how many the history has. */
  attempts: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of the middle half: what else the computer does moves it little, and it does not jump as a median does. */
export function midmean(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const quarter = Math.floor(sorted.length / 4);
  return mean(sorted.slice(quarter, sorted.length - quarter));
}
