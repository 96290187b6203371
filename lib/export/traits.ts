import type { ExportFormatId } from './formats.ts';

/** What is known of a format before it is loaded. */
interface FormatTraits {
  /** What files are named by, without the first dot. */
  extension: string;
  /** Whether it can be written while checks go on, as text. */
  live: boolean;
  /** Whether it holds rounds as they were recorded, so that their route belongs to it unless a person hides it. */
  whole: boolean;
  /** Whether it is a table in CSV, for which there are dialects. */
  csv: boolean;
}

export const formatTraits: Record<ExportFormatId, FormatTraits> = {
  json: { extension: 'json', live: true, whole: true, csv: false },
  jsonl: { extension: 'jsonl', live: true, whole: true, csv: false },
  csv: { extension: 'csv', live: true, whole: false, csv: true },
  verdicts: { extension: 'verdicts.csv', live: true, whole: false, csv: true },
  changes: { extension: 'changes.csv', live: true, whole: false, csv: true },
  ooni: { extension: 'ooni.jsonl.gz', live: false, whole: false, csv: false },
  parquet: { extension: 'parquet', live: false, whole: false, csv: false },
  bundle: { extension: 'zip', live: false, whole: false, csv: false },
};

export const exportFormatIds = Object.keys(formatTraits) as ExportFormatId[];
