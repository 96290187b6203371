import type { HistoryEntry } from '../history/entry.ts';
import { summaryOf } from '../history/rollup/summary.ts';
import type { BackupLine } from './schema/line.ts';

/** The entries among the lines of a backup. */
export async function* entriesIn(lines: AsyncIterable<BackupLine>): AsyncGenerator<HistoryEntry> {
  for await (const { kind, value } of lines) {
    if (kind === 'round') {
      const { round, transitions = [] } = value;
      const { number: _none, ...summary } = summaryOf(0, round);
      yield { round, summary, transitions };
    } else if (kind === 'summary') {
      const { summary, transitions = [] } = value;
      yield { round: null, summary, transitions };
    }
  }
}
