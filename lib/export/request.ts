import type { DialectChoice } from './csv/dialect.ts';
import type { ExportOptions } from './format.ts';
import type { ExportFormatId } from './formats.ts';

/** One file of the history, as a person or a program asks for it. */
export interface ExportRequest {
  format: ExportFormatId;
  /** ISO 8601 UTC of the earliest start of a round; null without a bound. */
  from: string | null;
  /** ISO 8601 UTC; a round that starts then is left out. Null without a bound. */
  to: string | null;
  /** Ids of the services; null for all. */
  services: readonly string[] | null;
  dialect: DialectChoice;
  /** BCP 47; decides what a spreadsheet expects. */
  language: string;
  options: Pick<ExportOptions, 'routing' | 'addresses' | 'label' | 'timeZone'>;
}

export interface ExportProgress {
  /** Rounds that were read; where a format reads them several times, each time counts. */
  done: number;
  /** About how many there are. */
  total: number;
}
