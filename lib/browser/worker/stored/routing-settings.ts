import type { CallServers } from '../../../round/round-tools.ts';
import {
  parseRoutingSettings,
  parseStoredRouting,
  type RoutingSettings,
  type StoredRouting,
} from '../../../routing/settings.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';
import { strictestZoneNow } from '../../time-zone.ts';

const routing = storedItem<StoredRouting>('local', 'routing');

/** The settings of routing, for the worker; pages use `readStored`. */
export async function readRoutingSettings(): Promise<RoutingSettings> {
  return parseRoutingSettings(await betweenChanges(routing.read), strictestZoneNow());
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
    const before = parseStoredRouting(await routing.read());
    const after = change(before);
    await routing.write(after);
    return { before, after };
  });
}
