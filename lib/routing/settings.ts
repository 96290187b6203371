/** The person's choices about the route. */
export interface RoutingSettings {
  /** Whether the route is checked and shown. */
  showRouting: boolean;
  /** Whether the history may keep the exit's country and AS number. */
  recordExit: boolean;
  /** Whether exported files include the route. */
  exportRoute: boolean;
  /** ISO 3166-1 alpha-2, the person's stated home country; null: guessed from the clock. */
  homeCountry: string | null;
  /** Whether the exit address of calls is compared with that of pages. */
  compareCalls: boolean;
}

export const defaultRoutingSettings: RoutingSettings = {
  showRouting: true,
  recordExit: false,
  exportRoute: false,
  homeCountry: null,
  compareCalls: false,
};

/** Invalid stored values count as not set. */
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
