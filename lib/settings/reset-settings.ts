import { ownServicePrefix } from '../model/own-service.ts';
import { type CheckSettings, defaultCheckSettings } from './check-settings.ts';

/**
 * The settings as they were at first. A reset neither deletes nor begins anything that the person had ended: the yes, a
 * pause, how long the history is kept, and which services of their own are on stay as they are.
 */
export function resetSettings(before: CheckSettings): CheckSettings {
  const { agreed, pausedUntil, keptDays } = before;
  const own = Object.entries(before.services).filter(([id]) => id.startsWith(ownServicePrefix));
  const services = Object.fromEntries(own);
  return { ...defaultCheckSettings, agreed, pausedUntil, keptDays, services };
}
