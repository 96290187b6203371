import type { History } from '../../history/open.ts';
import { readBars, spans } from '../../history/queries/bars.ts';
import { readLastStates } from '../../history/queries/last-states.ts';
import type { Day } from '../../view/day.ts';

export async function readDay(history: History, until: Date): Promise<Day> {
  const [bars, states] = await Promise.all([
    readBars(history, { ...spans.day, until }),
    readLastStates(history),
  ]);
  return { bars, states };
}
