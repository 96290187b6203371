import { storage } from '@wxt-dev/storage';
import type { CallServers } from '../round/round-tools.ts';
import {
  parseRoutingSettings,
  parseStoredRouting,
  type RoutingSettings,
  type StoredRouting,
} from '../routing/settings.ts';
import { betweenChanges } from './check-settings.ts';
import { timeZoneNow } from './time-zone.ts';

const routing = storage.defineItem<StoredRouting>('local:routing');

/** The settings of routing, for the worker; pages use `readStored`. */
export async function readRoutingSettings(): Promise<RoutingSettings> {
  return parseRoutingSettings(await betweenChanges(() => routing.getValue()), timeZoneNow());
}

/** The STUN servers that the person lets us ask. */
export async function readCallServers(): Promise<CallServers> {
  const { askCalls, askDomesticCalls } = await readRoutingSettings();
  if (!askCalls) return 'none';
  return askDomesticCalls ? 'all' : 'foreign';
}

/** Changes the settings of routing. For the worker alone, like those of checks. */
export function changeRoutingSettings(
  change: (before: StoredRouting) => StoredRouting,
): Promise<{ before: StoredRouting; after: StoredRouting }> {
  return betweenChanges(async () => {
    const before = parseStoredRouting(await routing.getValue());
    const after = change(before);
    await routing.setValue(after);
    return { before, after };
  });
}
