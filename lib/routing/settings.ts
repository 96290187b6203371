import * as v from 'valibot';

const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** What the person decided of the route. What is stored and does not fit counts as not set. */
const RoutingSettingsSchema = v.object({
  /** Whether the way that traffic takes is looked at and spoken of. */
  showRouting: v.fallback(v.boolean(), true),
  /** Whether the exit's country and AS number may stay in the history. */
  recordExit: v.fallback(v.boolean(), false),
  /** Whether exported files say which way traffic took. */
  exportRoute: v.fallback(v.boolean(), false),
  /** ISO 3166-1 alpha-2, of the country that the person calls home; null: guessed from the clock. */
  homeCountry: v.fallback(v.nullable(CountryCode), null),
  /** Whether the way of calls is compared with that of pages. */
  compareCalls: v.fallback(v.boolean(), false),
});

export type RoutingSettings = v.InferOutput<typeof RoutingSettingsSchema>;

export const usualRoutingSettings: RoutingSettings = v.getFallbacks(RoutingSettingsSchema);

/** Never throws: each setting that does not fit is the usual one. */
export function parseRoutingSettings(stored: unknown): RoutingSettings {
  return v.parse(v.fallback(RoutingSettingsSchema, usualRoutingSettings), stored);
}
