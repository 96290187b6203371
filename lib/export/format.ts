import type { Round } from '../model/round.ts';
import type { CsvDialect } from './csv/dialect.ts';

/** What a person chose for one file. */
export interface ExportOptions {
  /** True if exactly one round will be written, so that a document need not be a list. */
  single: boolean;
  /** Whether to include the route, and where traffic left from. */
  routing: boolean;
  /** Whether to include the addresses of servers. */
  addresses: boolean;
  /** A name for the network, in columns of its own; null without one. */
  label: string | null;
  /** IANA name of the zone for columns of local time; null without them. */
  timeZone: string | null;
  dialect: CsvDialect;
}

/** A file format for rounds. */
export interface ExportFormat {
  /** The extension of the file's name, without its first dot. */
  extension: string;
  mediaType: string;
  /** How often it reads the rounds; once where left out. */
  passes?: number;
  /**
   * The file in parts, none of them large. Where a format allows it, a round's part comes before the next round is
   * asked for. Formats that read the rounds more than once iterate them anew.
   */
  write(
    rounds: AsyncIterable<Round>,
    options: ExportOptions,
  ): AsyncIterable<Uint8Array<ArrayBuffer>>;
}
