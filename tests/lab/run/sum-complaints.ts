import { expect } from '@playwright/test';
import { type PackedDay, unpackDay } from '../../../lib/history/index/day-record.ts';
import type {
  HistoryIndex,
  MonthRecord,
  TransitionsRecord,
} from '../../../lib/history/index/records.ts';
import type { Round } from '../../../lib/model/round.ts';
import { differencesIn } from '../../helpers/sums-anew.ts';
import type { DrivenExtension } from '../browsers/driven-extension.ts';
import { readRecords } from '../browsers/sealed-history.ts';

/** Once all rounds are in the index: what its sums tell otherwise than those of an index that is made anew of them. */
export async function sumComplaints({ page }: DrivenExtension): Promise<string[]> {
  const read = async <Value>(store: Parameters<typeof readRecords>[1]) =>
    (await readRecords<Value>(page, store)).map(([key, value]) => [Number(key), value] as const);
  const missing = async () => {
    const facts = await readRecords<HistoryIndex>(page, 'sealedFacts');
    const index = facts.find(([name]) => name === 'index')?.[1];
    const rounds = await read<Round>('sealedRounds');
    return rounds.filter(([number]) => number > (index?.through ?? 0)).length;
  };
  await expect.poll(missing, { timeout: 60_000 }).toBe(0);
  return differencesIn({
    rounds: await read('sealedRounds'),
    days: (await read<PackedDay>('sealedDays')).map(([, day]) => unpackDay(day)),
    months: (await read<MonthRecord>('sealedMonths')).map(([, month]) => month),
    transitions: (await read<TransitionsRecord>('sealedTransitions')).map(([, record]) => record),
  });
}
