import * as v from 'valibot';
import { isMoment } from './moment.ts';
import { OrganisationSchema } from './organisation.ts';
import { StoredServicesSchema } from './stored-services.ts';

/** Minutes between two automatic checks, to choose from. */
export const intervals = [5, 15, 30, 60, 180] as const;

export type Interval = (typeof intervals)[number];

/** Days for which the history is kept, to choose from; the longest is a year. */
export const retentions = [7, 30, 90, 180, 365] as const;

export type Retention = (typeof retentions)[number];

/** `system`: as the browser prefers. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const isOn = v.boolean('true or false');
const pauseEnd = 'null, "resumed" or a time in ISO 8601 UTC';

export const defaultInterval: Interval = 15;

/** At the default interval some 17,000 rounds. */
const defaultRetention: Retention = 180;

/** What a person may change. Messages say which values are allowed. */
export const changeableSettings = {
  /** Minutes between two automatic checks; null: only when the person asks. */
  everyMinutes: v.nullable(v.picklist(intervals, `null, ${intervals.join(', ')}`)),
  /** ISO 8601 UTC; `resumed`: until the person resumes; null: not paused. */
  pausedUntil: v.nullable(
    v.pipe(
      v.string(pauseEnd),
      v.check((text) => text === 'resumed' || isMoment(text), pauseEnd),
    ),
  ),
  /** Service ids that the person turned on or off; the others are as the catalog has them. */
  services: v.record(v.string(), isOn, 'an object of service ids with true or false'),
  /** Whether a change of network or of the route starts a check. */
  onNetworkChange: isOn,
  /** Whether the route is looked at about once a minute, so that a change starts a check soon. */
  watchRoute: isOn,
  /**
   * Whether services, controls and echo services of the home country are asked where the route may be a
   * detour: they would see its exit beside the person's own address.
   */
  askThroughDetour: isOn,
  /** Whether automatic checks stop while the browser is set to save data. */
  notWhileSavingData: isOn,
  /** Whether automatic checks stop on a mobile network. */
  notOnCellular: isOn,
  /** Whether the toolbar button shows neither results nor what the extension is for. */
  discreet: isOn,
  /** Days for which the history is kept. */
  keptDays: v.picklist(retentions, retentions.join(', ')),
  /** Service ids in the order in which the person wants them; those that are not named come after. */
  order: v.array(v.string(), 'a list of service ids'),
  /** The ground of all pages. */
  theme: v.picklist(themes, themes.join(', ')),
};

const CheckSettingsSchema = v.object({
  version: v.fallback(v.literal(1), 1),
  /** Whether the person agreed to checks; until then nothing is sent. */
  agreed: v.fallback(v.boolean(), false),
  everyMinutes: v.fallback(changeableSettings.everyMinutes, defaultInterval),
  pausedUntil: v.fallback(changeableSettings.pausedUntil, null),
  services: v.fallback(StoredServicesSchema, {}),
  onNetworkChange: v.fallback(isOn, true),
  watchRoute: v.fallback(isOn, false),
  askThroughDetour: v.fallback(isOn, false),
  notWhileSavingData: v.fallback(isOn, false),
  notOnCellular: v.fallback(isOn, false),
  discreet: v.fallback(isOn, false),
  keptDays: v.fallback(changeableSettings.keptDays, defaultRetention),
  order: v.fallback(changeableSettings.order, [] as string[]),
  theme: v.fallback(changeableSettings.theme, 'system'),
  /** Null where no organisation has set anything. */
  organisation: v.fallback(v.nullable(OrganisationSchema), null),
});

/** The person's choices about checks: whether, when and of what, and how what they find is shown. */
export type CheckSettings = v.InferOutput<typeof CheckSettingsSchema>;

export type SettingsChange = Partial<Omit<CheckSettings, 'version' | 'agreed' | 'organisation'>>;

export const defaultCheckSettings: CheckSettings = v.getFallbacks(CheckSettingsSchema);

/**
 * Never throws: each setting that is invalid takes its default, and of services only the entries that do not fit go.
 * Settings of a version that this one does not know count as none, so that nothing is sent.
 */
export function parseCheckSettings(stored: unknown): CheckSettings {
  if (hasOtherVersion(stored)) return defaultCheckSettings;
  return v.parse(v.fallback(CheckSettingsSchema, defaultCheckSettings), stored);
}

function hasOtherVersion(stored: unknown): boolean {
  return (
    typeof stored === 'object' && stored !== null && 'version' in stored && stored.version !== 1
  );
}
