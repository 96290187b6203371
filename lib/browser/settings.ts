import { storage } from '@wxt-dev/storage';
import type { CallServers } from '../round/round-tools.ts';
import {
  parseRoutingSettings,
  type RoutingSettings,
  type StoredRouting,
} from '../routing/settings.ts';
import { timeZoneNow } from './time-zone.ts';

const routing = storage.defineItem<StoredRouting>('local:routing');

/** The settings of routing, for the worker; pages use `readStored`. */
export async function readRoutingSettings(): Promise<RoutingSettings> {
  return parseRoutingSettings(await routing.getValue(), timeZoneNow());
}

/** The STUN servers that the person lets us ask. */
export async function readCallServers(): Promise<CallServers> {
  const { askCalls, askDomesticCalls } = await readRoutingSettings();
  if (!askCalls) return 'none';
  return askDomesticCalls ? 'all' : 'foreign';
}

/** Saves the settings of routing. */
export async function saveRoutingSettings(settings: StoredRouting): Promise<void> {
  await routing.setValue(settings);
}
