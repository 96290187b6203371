import { type PopupStateName, popupStates } from './popup-states.ts';

/** One picture of the popup. */
export interface Shot {
  state: PopupStateName;
  language: string;
  scheme: 'light' | 'dark';
}

const states = Object.keys(popupStates) as PopupStateName[];

/** The two in which Dozvon is written, and one that is read from right to left, for which one ground will do. */
const grounds = { en: ['light', 'dark'], ru: ['light', 'dark'], fa: ['light'] } as const;

export const shots: Shot[] = states.flatMap((state) =>
  Object.entries(grounds).flatMap(([language, schemes]) =>
    schemes.map((scheme) => ({ state, language, scheme })),
  ),
);

/** The page that shows it. */
export function pageOf(shot: Shot): string {
  return `state.html?${new URLSearchParams({ ...shot })}`;
}

/** A selector of what each page has once nothing more is to come. */
export const complete = '.situation.alone, .first-short, .share, .day-strip';
