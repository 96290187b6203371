/** One promised figure, measured. */
export interface Figure {
  name: string;
  unit: 'ratio' | 'ms' | 'bytes';
  measured: number;
  /** The most it may be. */
  limit: number;
  /** What it was compared with, or how it came about. */
  note: string;
}

export interface Benchmark {
  name: string;
  measure: () => Promise<Figure[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
