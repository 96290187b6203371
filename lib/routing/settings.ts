import * as v from 'valibot';

const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** The person's choices about the route. Invalid stored values count as not set. */
const RoutingSettingsSchema = v.object({
  /** Whether the route is checked and shown. */
  showRouting: v.fallback(v.boolean(), true),
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

export type RoutingSettings = v.InferOutput<typeof RoutingSettingsSchema>;

export const defaultRoutingSettings: RoutingSettings = v.getFallbacks(RoutingSettingsSchema);

/** Never throws: each setting that is invalid takes its default. */
export function parseRoutingSettings(stored: unknown): RoutingSettings {
  return v.parse(v.fallback(RoutingSettingsSchema, defaultRoutingSettings), stored);
}
