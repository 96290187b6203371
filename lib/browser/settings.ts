import { storage } from '@wxt-dev/storage';
import { parseRoutingSettings, type RoutingSettings } from '../routing/settings.ts';

const routing = storage.defineItem<RoutingSettings>('local:routing');

/** The settings of routing, for the worker; pages use `routingSettingsAtOnce`. */
export async function readRoutingSettings(): Promise<RoutingSettings> {
  return parseRoutingSettings(await routing.getValue());
}

export async function saveRoutingSettings(settings: RoutingSettings): Promise<void> {
  await routing.setValue(settings);
}
