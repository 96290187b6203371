import * as v from 'valibot';
import { isMoment } from './moment.ts';
import { StoredServicesSchema } from './stored-services.ts';

const isOn = v.boolean('true or false');
const hours = 'a whole hour, 0 to 23';
const Hour = v.pipe(v.number(hours), v.integer(hours), v.minValue(0, hours), v.maxValue(23, hours));
const pauseEnd = 'null or a time in ISO 8601 UTC';

/** What a person may change. Messages say which values are allowed. */
export const alertFields = {
  /** Whether changes are told at all. */
  isOn,
  /** Whether a notification names the services: others may see the screen. */
  showsNames: isOn,
  /** Whether changes in quiet hours are told after them. */
  hasQuietHours: isOn,
  /** Local time; the same hour twice makes no quiet hours. */
  quietFrom: Hour,
  quietTo: Hour,
  /** ISO 8601 UTC; null: not paused. */
  pausedUntil: v.nullable(v.pipe(v.string(pauseEnd), v.check(isMoment, pauseEnd))),
  /** Ids of services that the person left out, with `false`. */
  services: v.record(v.string(), isOn, 'an object of service ids with true or false'),
};

const AlertSettingsSchema = v.object({
  isOn: v.fallback(isOn, false),
  showsNames: v.fallback(isOn, false),
  hasQuietHours: v.fallback(isOn, true),
  quietFrom: v.fallback(Hour, 23),
  quietTo: v.fallback(Hour, 8),
  pausedUntil: v.fallback(alertFields.pausedUntil, null),
  services: v.fallback(StoredServicesSchema, {}),
});

/** The person's choices about alerts. */
export type AlertSettings = v.InferOutput<typeof AlertSettingsSchema>;

export type AlertChange = Partial<AlertSettings>;

export const defaultAlertSettings: AlertSettings = v.getFallbacks(AlertSettingsSchema);

/** Never throws: each setting that is invalid takes its default, and of services only the entries that do not fit go. */
export function parseAlertSettings(stored: unknown): AlertSettings {
  return v.parse(v.fallback(AlertSettingsSchema, defaultAlertSettings), stored);
}

/** The settings after a change, of which the services left out stay as they are. */
export function withAlertChange(before: AlertSettings, change: AlertChange): AlertSettings {
  return { ...before, ...change, services: { ...before.services, ...change.services } };
}
