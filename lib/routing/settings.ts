import * as v from 'valibot';
import { isRouteOnByDefault } from './route-by-default.ts';

const isOn = v.boolean('true or false');
const country = 'null or a country by two capital letters';

/** What a person may change. Messages say which values are allowed. */
export const routingFields = {
  /** Whether the route is checked and shown. */
  showRouting: isOn,
  /** Whether the history may keep the exit's country and AS number. */
  recordExit: isOn,
  /** ISO 3166-1 alpha-2, the person's stated home country; null: guessed from the clock. */
  homeCountry: v.nullable(v.pipe(v.string(country), v.regex(/^[A-Z]{2}$/, country))),
  /** Whether the exit address of calls is compared with that of pages. */
  compareCalls: isOn,
  /** Whether STUN servers are asked if calls' packets get through. */
  askCalls: isOn,
  /** Whether STUN servers inside the country are asked too. */
  askDomesticCalls: isOn,
};

/** The person's choices about the route. Invalid stored values count as not set. */
const RoutingSettingsSchema = v.object({
  showRouting: v.fallback(v.optional(isOn), undefined),
  recordExit: v.fallback(isOn, false),
  homeCountry: v.fallback(routingFields.homeCountry, null),
  compareCalls: v.fallback(isOn, false),
  askCalls: v.fallback(isOn, true),
  askDomesticCalls: v.fallback(isOn, false),
});

/** The same as it is stored: without `showRouting` where the person has not decided. */
export type StoredRouting = v.InferOutput<typeof RoutingSettingsSchema>;

export type RoutingSettings = Omit<StoredRouting, 'showRouting'> & {
  /** Whether the route is checked and shown. */
  showRouting: boolean;
};

export type RoutingChange = Partial<RoutingSettings>;

const noSettings = v.getFallbacks(RoutingSettingsSchema) as StoredRouting;

/** In most countries. */
export const defaultRoutingSettings: RoutingSettings = { ...noSettings, showRouting: true };

/**
 * Never throws: each setting that is invalid takes its default.
 * @param timeZone the clock's, an IANA name; in some countries the default is not to look at the route
 */
export function parseRoutingSettings(stored: unknown, timeZone: string): RoutingSettings {
  const settings = parseStoredRouting(stored);
  const { homeCountry, showRouting = isRouteOnByDefault(homeCountry, timeZone) } = settings;
  return { ...settings, showRouting };
}

/** Never throws, like `parseRoutingSettings`. */
export function parseStoredRouting(stored: unknown): StoredRouting {
  return v.parse(v.fallback(RoutingSettingsSchema, noSettings), stored);
}
