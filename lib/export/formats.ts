import type { ExportFormat } from './format.ts';

export interface RegisteredFormat {
  /** The name on the buttons of pages; null if pages do not offer the format. */
  pageName: string | null;
  /** Formats are loaded on demand: no page needs one to paint. */
  load: () => Promise<ExportFormat>;
}

/**
 * All export formats, in the order in which they are offered. Pages may offer only formats that omit the route
 * unless it is requested.
 */
export const exportFormats = {
  json: { pageName: null, load: async () => (await import('./json.ts')).json },
  jsonl: { pageName: null, load: async () => (await import('./jsonl.ts')).jsonl },
  csv: { pageName: 'CSV', load: async () => (await import('./csv.ts')).csv },
} as const satisfies Record<string, RegisteredFormat>;

export type ExportFormatId = keyof typeof exportFormats;

export const exportFormatIds = Object.keys(exportFormats) as ExportFormatId[];
