import { type AttemptRow, attempts } from '../../export/columns/attempts.ts';
import type { Column } from '../../export/columns/column.ts';
import { type VerdictRow, verdicts } from '../../export/columns/verdicts.ts';

/**
 * What an attempt's record leaves out, as the verdict of the same `round_id` and `service` says it: two thirds of what
 * it would weigh. The server's address is never sent.
 */
const leftOut = new Set([...verdicts.columns.map(({ name }) => name), 'remote_ip']);
for (const kept of ['schema_version', 'round_id', 'service']) leftOut.delete(kept);

/** The columns of the export's tables that become attributes, under the same names. */
export const attemptRecordColumns: readonly Column<AttemptRow>[] = attempts.columns.filter(
  ({ name }) => !leftOut.has(name),
);

export const verdictRecordColumns: readonly Column<VerdictRow>[] = verdicts.columns;
