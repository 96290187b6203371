import type { CheckSettings, SettingsChange } from './check-settings.ts';
import { refuseLocked } from './organisation.ts';
import { type ServiceDefault, wantedServices } from './wanted-services.ts';

/**
 * The settings after a change, of which the services left out stay as they are.
 * @throws Error where no service would be on, or only the organisation can change that
 */
export function applyChange(
  before: CheckSettings,
  change: SettingsChange,
  catalog: readonly ServiceDefault[],
): CheckSettings {
  refuseLocked(before, change);
  const services = { ...before.services, ...change.services };
  const after = { ...before, ...change, services };
  if (wantedServices(after, catalog).length > 0) return after;
  throw new Error('services: found all off, allowed: at least one on');
}
