import type { Confidence, ServiceState } from '../../../lib/model/state.ts';
import { table } from '../../../scripts/codebook/table.ts';
import { addEach, type Saying, states, type Tally } from '../count/tally.ts';
import { isApart } from '../simulate.ts';
import { whole } from './figures.ts';

const confidences: readonly Confidence[] = ['low', 'medium', 'high'];

/** How often something was said with one confidence, and how often it was true. */
export interface Said {
  count: number;
  true: number;
}

/** The worlds over which confidence is judged: as many rounds with interference as without. */
export function judgedWorlds(tallies: readonly Tally[]): Tally[] {
  return tallies.filter(({ family }) => family !== 'lookalike' && !isApart({ family }));
}

/** All settled verdicts with one confidence, of one state or of all. */
export function settledWith(
  tallies: readonly Tally[],
  confidence: Confidence,
  state?: ServiceState,
): Said {
  return saidWith(
    tallies.map(({ settled }) => settled),
    confidence,
    state,
  );
}

export function calibrationTable(tallies: readonly Tally[]): string {
  const worlds = judgedWorlds(tallies);
  const rows = states
    .filter((state) => state !== 'insufficient')
    .flatMap((state) =>
      confidences.map((confidence) => {
        const settled = settledWith(worlds, confidence, state);
        const turning = saidWith(
          worlds.map((one) => one.turning),
          confidence,
          state,
        );
        return [state, confidence, ...cells(settled), ...cells(turning)];
      }),
    )
    .filter((row) => row.slice(2).some((cell) => cell !== ''));
  const totals = confidences.map((confidence) => [
    'any',
    confidence,
    ...cells(settledWith(worlds, confidence)),
    ...cells(
      saidWith(
        worlds.map((one) => one.turning),
        confidence,
      ),
    ),
  ]);
  return table(
    ['said', 'confidence', 'times', 'true', 'after a change', 'true then'],
    [...rows, ...totals],
  );
}

/** The share of what was said that was true, by situation, where something was not. */
export function falseSayingsTable(tallies: readonly Tally[]): string {
  const rows = tallies.flatMap(({ situation, settled }) => {
    const wrong = Object.entries(settled)
      .filter(([saying]) => saying.endsWith(' false'))
      .toSorted(([, left], [, right]) => right - left)
      .map(([saying, count]) => `${saying.replace(' false', '')}: ${whole(count)}`);
    return wrong.length === 0 ? [] : [[situation, wrong.join(', ')]];
  });
  return rows.length === 0 ? 'None.' : table(['situation', 'said and not true'], rows);
}

function saidWith(
  counts: readonly Partial<Record<Saying, number>>[],
  confidence: Confidence,
  state?: ServiceState,
): Said {
  const all = counts.reduce(addEach, {});
  const wanted = states.filter((one) => state === undefined || one === state);
  const countOf = (isTrue: boolean) =>
    wanted.reduce((sum, one) => sum + (all[`${one} ${confidence} ${isTrue}`] ?? 0), 0);
  return { count: countOf(true) + countOf(false), true: countOf(true) };
}

/** A share is rounded down, so that only what is always true shows as 100 %. */
function cells({ count, true: trueCount }: Said): [string, string] {
  if (count === 0) return ['', ''];
  return [whole(count), `${(Math.floor((trueCount / count) * 100_000) / 1_000).toFixed(3)} %`];
}
