/** What the person decided of the route. */
export interface RoutingSettings {
  /** Whether the way that traffic takes is looked at and spoken of. */
  showRouting: boolean;
  /** Whether the exit's country and AS number may stay in the history. */
  recordExit: boolean;
  /** Whether exported files say which way traffic took. */
  exportRoute: boolean;
  /** ISO 3166-1 alpha-2, of the country that the person calls home; null: guessed from the clock. */
  homeCountry: string | null;
  /** Whether the way of calls is compared with that of pages. */
  compareCalls: boolean;
}

export const usualRoutingSettings: RoutingSettings = {
  showRouting: true,
  recordExit: false,
  exportRoute: false,
  homeCountry: null,
  compareCalls: false,
};

/** What is stored and does not fit counts as not set. */
export function parseRoutingSettings(stored: unknown): RoutingSettings {
  const { showRouting, recordExit, exportRoute, homeCountry, compareCalls } =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    showRouting: showRouting !== false,
    recordExit: recordExit === true,
    exportRoute: exportRoute === true,
    homeCountry: isCountryCode(homeCountry) ? homeCountry : null,
    compareCalls: compareCalls === true,
  };
}

function isCountryCode(stored: unknown): stored is string {
  return typeof stored === 'string' && /^[A-Z]{2}$/.test(stored);
}
