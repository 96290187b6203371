import type { Lab } from '../lab.ts';
import { createDeletingBrowser } from './kill-deletion.ts';
import { createCheckingBrowser } from './kill-history.ts';
import { createMigratingBrowser } from './kill-migration.ts';
import { createProbe } from './kill-probe.ts';
import type { KilledBrowser } from './killed-browser.ts';

/** What a browser may be killed in, by name. */
export const killable = {
  checks: createCheckingBrowser,
  deletion: createDeletingBrowser,
  probe: createProbe,
  'version-1': (lab: Lab): Promise<KilledBrowser> => createMigratingBrowser(lab, 1),
  'version-2': (lab: Lab): Promise<KilledBrowser> => createMigratingBrowser(lab, 2),
  'version-3': (lab: Lab): Promise<KilledBrowser> => createMigratingBrowser(lab, 3),
};

export type Killable = keyof typeof killable;
