import type { ExportFormat } from './format.ts';

/** All export formats, in the order in which they are offered, loaded on demand: no page needs one to paint. */
export const exportFormats = {
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  csv: async () => (await import('./csv.ts')).attempts,
  verdicts: async () => (await import('./csv.ts')).verdicts,
  changes: async () => (await import('./csv.ts')).changes,
  ooni: async () => (await import('./ooni.ts')).ooni,
  parquet: async () => (await import('./parquet.ts')).parquet,
  bundle: async () => (await import('./bundle.ts')).bundle,
} as const satisfies Record<string, () => Promise<ExportFormat>>;

export type ExportFormatId = keyof typeof exportFormats;
