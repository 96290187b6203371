import type { Round } from '../model/round.ts';

export interface ExportOptions {
  /** Exactly one round comes, so that a document need not be a list. */
  single: boolean;
  /** Whether the columns that tell the route are filled. Whole rounds tell it in any case. */
  routing: boolean;
}

/** Turns rounds into text as they come. The parts, joined in the order of the calls, are the file. */
export interface ExportWriter {
  begin(): string;
  /** Empty where the format can only be written as a whole. */
  round(round: Round): string;
  end(): string;
}

export interface ExportFormat {
  /** Of the file's name, without the dot. */
  extension: string;
  mediaType: string;
  /** A writer serves one file. */
  createWriter(options: ExportOptions): ExportWriter;
}

/** The parts of a file with all the rounds, in their order. */
export function writeRounds(writer: ExportWriter, rounds: readonly Round[]): string[] {
  return [writer.begin(), ...rounds.map((round) => writer.round(round)), writer.end()];
}
