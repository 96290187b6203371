import type { Episode } from './diary.ts';

const slotMinutes = 15;
const slots = (24 * 60) / slotMinutes;
/** A full round every six hours. */
const fullEvery = 24;

/** The minutes of scheduled rounds, if the person says yes at midnight; jitter is left out. */
const scheduled = Array.from({ length: slots - 1 }, (_, index) => index + 1);
const fullSlots = scheduled.filter((slot) => slot % fullEvery === 0);
const pulseSlots = scheduled.filter((slot) => slot % fullEvery !== 0);

export const pulsesOfDay: number = pulseSlots.length;

/** When each episode takes place, in minutes of the day. What happens by chance is put where no round is. */
export const momentsOf = {
  'before-yes': [],
  first: [0],
  full: fullSlots.map((slot) => slot * slotMinutes),
  'network-change': [487],
  start: [607],
  asked: [802],
  popup: [500, 801, 1100],
} satisfies Partial<Record<Episode['kind'], number[]>>;

/** The moments for which one of the pulses that were played stands. */
export function momentsOfPulse(index: number, played: number): number[] {
  return pulseSlots.filter((_, slot) => slot % played === index).map((slot) => slot * slotMinutes);
}

/** The moments for which so many watches in a row stand: one a minute, between the rounds. */
export function momentsOfWatches(played: number): number[] {
  return Array.from({ length: (24 * 60) / played }, (_, index) => index * played + 0.5);
}

/** The times at which a host was greeted on the day, in milliseconds since midnight. */
export function greetingsOfDay(
  episodes: readonly Episode[],
  greetingsIn: (episode: Episode) => readonly number[],
): number[] {
  return episodes.flatMap((episode) => {
    const begun = episode.log[0]?.time ?? 0;
    const offsets = greetingsIn(episode).map((time) => time - begun);
    return episode.at.flatMap((minute) => offsets.map((offset) => minute * 60_000 + offset));
  });
}
