import { browserKeepers } from '../browsers/kept-browser.ts';
import type { OldVersion } from '../browsers/old-history.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Lab } from '../lab.ts';
import { createDeletingBrowser } from './kill-deletion.ts';
import { createCheckingBrowser } from './kill-history.ts';
import { createMigratingBrowser } from './kill-migration.ts';
import { createProbe } from './kill-probe.ts';
import type { KilledBrowser } from './killed-browser.ts';

type CreateKilled = (lab: Lab, browser: BrowserName) => Promise<KilledBrowser>;

const migratingFrom =
  (version: OldVersion): CreateKilled =>
  (lab, browser) =>
    createMigratingBrowser(lab, browserKeepers[browser], version);

/** What a browser may be killed in, by name. */
export const killable = {
  checks: (lab, browser) => createCheckingBrowser(lab, browserKeepers[browser]),
  deletion: (lab, browser) => createDeletingBrowser(lab, browserKeepers[browser]),
  probe: createProbe,
  'version-1': migratingFrom(1),
  'version-2': migratingFrom(2),
  'version-3': migratingFrom(3),
} satisfies Record<string, CreateKilled>;

export type Killable = keyof typeof killable;
