import { dashboardComplete } from './dashboard-pages.ts';
import { dashboardLooks, dashboardStates } from './dashboard-states.ts';
import { type PopupStateName, popupStates } from './popup-states.ts';

export const states = Object.keys(popupStates) as PopupStateName[];

export interface Ground {
  language: string;
  /** The last one is what the browser prefers. */
  scheme: 'light' | 'dark' | 'light dark';
}

/** One picture of the popup. */
export interface Shot extends Ground {
  state: PopupStateName;
}

/** The two in which Dozvon is written, and one that is read from right to left. */
export const shownLanguages = ['en', 'ru', 'fa'];

export const grounds: Ground[] = shownLanguages.flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

/** The page that shows it. */
export function pageOf(shot: Shot): string {
  return `state.html?${new URLSearchParams({ ...shot })}`;
}

/** A selector of what each page has once nothing more is to come. */
export const complete = '.situation.alone, .first-short, .share, .day-strip';

/** What is as large as a window: a page of the dashboard, or one of its own. */
export interface WholePage {
  name: string;
  /** The page that shows it. */
  address: (ground: Ground & { note?: string }) => string;
  /** A selector of what it has once nothing more is to come. */
  complete: string;
}

export const wholePages: WholePage[] = [
  ...dashboardLooks.map(({ name, place }) => ({
    name,
    address: (ground: Ground) =>
      `dashboard.html?${new URLSearchParams({ state: name, ...ground })}#${place}`,
    complete: completeOf(name),
  })),
  ...['welcome', 'visibility'].map((name) => ({
    name,
    address: (ground: Ground) => `${name}.html?${new URLSearchParams({ ...ground })}`,
    // The one heading of both that no language hides.
    complete: 'h1',
  })),
];

function completeOf(name: string): string {
  const known: Partial<Record<string, { place: string; complete?: string }>> = dashboardStates;
  const state = known[name];
  return state?.complete ?? dashboardComplete[state?.place ?? name] ?? 'main h1';
}
