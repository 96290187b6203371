import * as v from 'valibot';
import { isRouteOnByDefault } from './route-by-default.ts';

const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** The person's choices about the route. Invalid stored values count as not set. */
const RoutingSettingsSchema = v.object({
  /** Whether the route is checked and shown; left out where the person has not decided. */
  showRouting: v.fallback(v.optional(v.boolean()), undefined),
  /** Whether the history may keep the exit's country and AS number. */
  recordExit: v.fallback(v.boolean(), false),
  /** Whether exported files include the route. */
  exportRoute: v.fallback(v.boolean(), false),
  /** Whether exported files include the addresses of servers. */
  exportAddresses: v.fallback(v.boolean(), false),
  /** ISO 3166-1 alpha-2, the person's stated home country; null: guessed from the clock. */
  homeCountry: v.fallback(v.nullable(CountryCode), null),
  /** Whether the exit address of calls is compared with that of pages. */
  compareCalls: v.fallback(v.boolean(), false),
  /** Whether STUN servers are asked if calls' packets get through. */
  askCalls: v.fallback(v.boolean(), true),
  /** Whether STUN servers inside the country are asked too. */
  askDomesticCalls: v.fallback(v.boolean(), false),
});

/** The same as it is stored: without `showRouting` where the person has not decided. */
export type StoredRouting = v.InferOutput<typeof RoutingSettingsSchema>;

export type RoutingSettings = Omit<StoredRouting, 'showRouting'> & {
  /** Whether the route is checked and shown. */
  showRouting: boolean;
};

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
