import type { RoundProgress } from '../../../lib/model/progress.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import type { Lab } from '../lab.ts';
import type { BrowserSetup } from '../scenarios/scenario.ts';

/** A browser with the extension in it, whose only internet is the lab; of whichever engine. */
export interface LabBrowser {
  /** A page of the extension that stays open. */
  page: ExtensionPage;
  /** Null where no round is running. */
  progress(): Promise<RoundProgress | null>;
  /** Checks as a person would, and answers what was recorded. */
  check(): Promise<Round>;
  /** Makes it forget the addresses of names, so that it sees what the next world says of them. */
  forgetNames(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a new browser with a new profile. */
export type LaunchLabBrowser = (lab: Lab, setup: BrowserSetup) => Promise<LabBrowser>;

/** Folders of unpacked builds. */
export interface Builds {
  /** For the stores: hosts by name only. */
  stores: string;
  /** All hosts granted. */
  research: string;
}

/** The build that a setup asks for, and what is left of the setup. */
export function chooseBuild(
  builds: Builds,
  { hostsByNameOnly, usesProxy: _usesProxy, ...setup }: BrowserSetup,
): Omit<BrowserSetup, 'hostsByNameOnly' | 'usesProxy'> & { build: string } {
  return { ...setup, build: hostsByNameOnly === true ? builds.stores : builds.research };
}
