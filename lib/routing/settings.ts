/** What the person decided of the route. */
export interface RoutingSettings {
  /** Whether the way that traffic takes is looked at and spoken of. */
  showRouting: boolean;
  /** Whether the exit's country and AS number may stay in the history. */
  recordExit: boolean;
  /** Whether exported files say which way traffic took. */
  exportRoute: boolean;
}

export const usualRoutingSettings: RoutingSettings = {
  showRouting: true,
  recordExit: false,
  exportRoute: false,
};

/** What is stored and is neither yes nor no counts as not set. */
export function parseRoutingSettings(stored: unknown): RoutingSettings {
  const { showRouting, recordExit, exportRoute } =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    showRouting: showRouting !== false,
    recordExit: recordExit === true,
    exportRoute: exportRoute === true,
  };
}
