import type { ExportFormat } from './format.ts';

export interface RegisteredFormat {
  /** The format's own name, on the buttons of pages. Null where pages do not offer it. */
  pageName: string | null;
  /** Formats are loaded when they are asked for: no page needs one to paint. */
  load: () => Promise<ExportFormat>;
}

/**
 * Every format in which rounds leave, in the order in which it is offered. Pages may offer only what
 * keeps the route to itself unless it is asked to tell it.
 */
export const exportFormats = {
  json: { pageName: null, load: async () => (await import('./json.ts')).json },
  jsonl: { pageName: null, load: async () => (await import('./jsonl.ts')).jsonl },
  csv: { pageName: 'CSV', load: async () => (await import('./csv.ts')).csv },
} as const satisfies Record<string, RegisteredFormat>;

export type ExportFormatId = keyof typeof exportFormats;

export const exportFormatIds = Object.keys(exportFormats) as ExportFormatId[];
