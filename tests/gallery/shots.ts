import { type PopupStateName, popupStates } from './popup-states.ts';

export const states = Object.keys(popupStates) as PopupStateName[];

export interface Ground {
  language: string;
  scheme: 'light' | 'dark';
}

/** One picture of the popup. */
export interface Shot extends Ground {
  state: PopupStateName;
}

/** The two languages in which Dozvon is written, and one that is read from right to left. */
export const grounds: Ground[] = ['en', 'ru', 'fa'].flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

export const shots: Shot[] = states.flatMap((state) =>
  grounds.map((ground) => ({ state, ...ground })),
);

/** The page that shows it. */
export function pageOf(shot: Shot): string {
  return `state.html?${new URLSearchParams({ ...shot })}`;
}

/** A selector of what each page has once nothing more is to come. */
export const complete = '.situation.alone, .first-short, .share, .day-strip';
