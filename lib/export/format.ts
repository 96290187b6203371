import type { Round } from '../model/round.ts';

/** What a writer needs to know before the first round. */
export interface ExportOptions {
  /** True if exactly one round will be written, so that a document need not be a list. */
  single: boolean;
  /** Whether to fill the columns of the route. Formats of whole rounds always contain it. */
  routing: boolean;
  /** Whether to include the addresses of servers, in any format. */
  addresses: boolean;
}

/** Turns rounds into text, one by one. The parts, joined in the order of the calls, are the file. */
export interface ExportWriter {
  begin(): string;
  /** Empty if the format can only be written as a whole. */
  round(round: Round): string;
  end(): string;
}

/** A file format for rounds. */
export interface ExportFormat {
  /** The extension of the file's name, without the dot. */
  extension: string;
  mediaType: string;
  /** A writer serves one file. */
  createWriter(options: ExportOptions): ExportWriter;
}

/** The parts of a file with all rounds, in order. */
export function writeRounds(writer: ExportWriter, rounds: readonly Round[]): string[] {
  return [writer.begin(), ...rounds.map((round) => writer.round(round)), writer.end()];
}
