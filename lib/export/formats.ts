import type { ExportFormat } from './format.ts';

/** An entry of the registry. */
export interface RegisteredFormat {
  /** Whether it can be written while checks go on, as text. */
  live: boolean;
  /** Whether it holds rounds as they were recorded, so that their route belongs to it unless a person hides it. */
  whole: boolean;
  /** Whether it has the cells of a table, for which there are dialects. */
  csv: boolean;
  /** How often it reads the rounds. */
  passes: number;
  /** What files are named by, as in the format that is loaded. */
  extension: string;
  /** Formats are loaded on demand: no page needs one to paint. */
  load: () => Promise<ExportFormat>;
}

/** All export formats, in the order in which they are offered. */
export const exportFormats = {
  json: {
    live: true,
    whole: true,
    csv: false,
    passes: 1,
    extension: 'json',
    load: async () => (await import('./json.ts')).json,
  },
  jsonl: {
    live: true,
    whole: true,
    csv: false,
    passes: 1,
    extension: 'jsonl',
    load: async () => (await import('./jsonl.ts')).jsonl,
  },
  csv: {
    live: true,
    whole: false,
    csv: true,
    passes: 1,
    extension: 'csv',
    load: async () => (await import('./csv.ts')).attempts,
  },
  verdicts: {
    live: true,
    whole: false,
    csv: true,
    passes: 1,
    extension: 'verdicts.csv',
    load: async () => (await import('./csv.ts')).verdicts,
  },
  changes: {
    live: true,
    whole: false,
    csv: true,
    passes: 1,
    extension: 'changes.csv',
    load: async () => (await import('./csv.ts')).changes,
  },
  ooni: {
    live: false,
    whole: false,
    csv: false,
    passes: 1,
    extension: 'ooni.jsonl.gz',
    load: async () => (await import('./ooni.ts')).ooni,
  },
  parquet: {
    live: false,
    whole: false,
    csv: false,
    passes: 1,
    extension: 'parquet',
    load: async () => (await import('./parquet.ts')).parquet,
  },
  bundle: {
    live: false,
    whole: false,
    csv: false,
    passes: 5,
    extension: 'zip',
    load: async () => (await import('./bundle.ts')).bundle,
  },
} as const satisfies Record<string, RegisteredFormat>;

export type ExportFormatId = keyof typeof exportFormats;

export const exportFormatIds = Object.keys(exportFormats) as ExportFormatId[];
