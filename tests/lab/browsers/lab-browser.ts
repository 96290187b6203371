import type { RoundProgress } from '../../../lib/model/progress.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import type { Lab } from '../lab.ts';
import type { BrowserSetup } from '../scenarios/scenario.ts';

/** The clock's where no other is asked for: everything that knows of a country knows most of Russia. */
export const usualTimeZone = 'Europe/Moscow';

/** A browser of either engine with the extension loaded, whose only network is the lab. */
export interface LabBrowser {
  /** A page of the extension that stays open. */
  page: ExtensionPage;
  /** Null if no round is running. */
  progress(): Promise<RoundProgress | null>;
  /** Runs a check as a person would, and resolves with the recorded round. */
  check(): Promise<Round>;
  /** Tells the extension that the browser has started, as Chromium does; null in Firefox. */
  announceStart: (() => Promise<void>) | null;
  /** Gives the permission to look at the route, as a person does with the first page's box ticked. */
  permitRoute(): Promise<void>;
  /** Clears its DNS cache, so that it sees the answers of the next world. */
  forgetNames(): Promise<void>;
  /** Opens an address in a tab, as a person does, and closes the tab again. */
  visit(url: string): Promise<void>;
  /** Adds cookies to those that it keeps. */
  keepCookies(cookies: readonly KeptCookie[]): Promise<void>;
  /** All cookies that it keeps, of whatever site. */
  keptCookies(): Promise<KeptCookie[]>;
  /** Folder of its profile. */
  profile: string;
  /** Ends the browser and leaves its profile. */
  quit(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** A cookie that goes along with requests from any site (`SameSite=None`). */
export interface KeptCookie {
  host: string;
  name: string;
  value: string;
}

/** Starts a browser with a new profile. */
export type LaunchLabBrowser = (lab: Lab, setup: BrowserSetup) => Promise<LabBrowser>;

/** Folders of unpacked builds. */
export interface Builds {
  /** The store build: hosts by name only. */
  stores: string;
  /** The research build: all hosts granted. */
  research: string;
}

/** The build that a setup requires, and the rest of the setup. */
export function chooseBuild(
  builds: Builds,
  { hostsByNameOnly, proxy: _proxy, ...setup }: BrowserSetup,
): Omit<BrowserSetup, 'hostsByNameOnly' | 'proxy'> & { build: string } {
  return { ...setup, build: hostsByNameOnly === true ? builds.stores : builds.research };
}
