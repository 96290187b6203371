import type { Trigger } from '../model/round.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { isPaused } from '../settings/pause.ts';

/** What the settings depend on besides themselves. */
export interface Conditions {
  now: Date;
  /** Whether the browser is set to save data. */
  savesData: boolean;
  /** Whether the browser reports a mobile network. */
  isCellular: boolean;
}

/** Why no round may start. */
export type Refusal = 'not-agreed' | 'only-when-asked' | 'paused' | 'network-change-off' | 'costs';

/**
 * Why no round may start for this trigger now; null where one may. A person who asks needs to have agreed,
 * and nothing else.
 */
export function refusalOf(
  trigger: Trigger,
  settings: CheckSettings,
  { now, savesData, isCellular }: Conditions,
): Refusal | null {
  if (!settings.agreed) return 'not-agreed';
  if (trigger === 'manual') return null;
  if (settings.everyMinutes === null) return 'only-when-asked';
  if (isPaused(settings, now)) return 'paused';
  if (trigger === 'network-change' && !settings.onNetworkChange) return 'network-change-off';
  const costs =
    (savesData && settings.notWhileSavingData) || (isCellular && settings.notOnCellular);
  return costs ? 'costs' : null;
}

/** A round was asked for that may not start. */
export class RoundRefused extends Error {
  override name = 'RoundRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(
      refusal === 'not-agreed'
        ? 'agreed: found false, allowed: true; a person agrees on the first page, a program by the request agree'
        : `the settings forbid this round: ${refusal}`,
    );
    this.refusal = refusal;
  }
}
