import type { Period } from '../model/deletion.ts';
import { midnight } from './days.ts';

/** First and last day by the person's clock, as `2026-03-01`; empty without one. */
export interface Days {
  firstDay: string;
  lastDay: string;
}

/** Whether the last day is before the first. */
export function isReversed({ firstDay, lastDay }: Days): boolean {
  return firstDay !== '' && lastDay !== '' && firstDay > lastDay;
}

/** From the first day's beginning to the last day's end; null unless both are chosen, in this order. */
export function chosenPeriod({ firstDay, lastDay }: Days): Period | null {
  if (firstDay === '' || lastDay === '' || isReversed({ firstDay, lastDay })) return null;
  return { from: midnight(firstDay), to: midnight(lastDay, 1) };
}
