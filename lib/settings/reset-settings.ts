import { ownServicePrefix } from '../model/own-service.ts';
import { type CheckSettings, defaultCheckSettings } from './check-settings.ts';
import { lockedPart } from './organisation.ts';

/**
 * The settings as they were at first. A reset neither deletes nor begins anything that the person had ended: the yes, a
 * pause, how long the history is kept, which services of their own are on, and what an organisation has locked stay as
 * they are.
 */
export function resetSettings(before: CheckSettings): CheckSettings {
  const { agreed, pausedUntil, keptDays, organisation } = before;
  const own = Object.entries(before.services).filter(([id]) => id.startsWith(ownServicePrefix));
  const services = Object.fromEntries(own);
  const kept = { agreed, pausedUntil, keptDays, organisation };
  return { ...defaultCheckSettings, ...kept, services, ...lockedPart(before) };
}
