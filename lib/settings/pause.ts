import type { CheckSettings } from './check-settings.ts';

/** `resumed`: until the person resumes. */
export const pauseLengths = ['hour', 'tomorrow', 'resumed'] as const;

export type PauseLength = (typeof pauseLengths)[number];

/** The setting `pausedUntil` for a pause that begins now. Tomorrow begins at the local midnight. */
export function pauseFrom(now: Date, length: PauseLength): string {
  switch (length) {
    case 'hour':
      return new Date(now.getTime() + 60 * 60 * 1000).toISOString();
    case 'tomorrow':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
    case 'resumed':
      return 'resumed';
    default:
      return length satisfies never;
  }
}

export function isPaused({ pausedUntil }: Pick<CheckSettings, 'pausedUntil'>, now: Date): boolean {
  if (pausedUntil === null || pausedUntil === 'resumed') return pausedUntil !== null;
  return Date.parse(pausedUntil) > now.getTime();
}
