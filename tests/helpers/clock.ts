const noon = Date.parse('2026-11-25T12:00:00.000Z');

/** The tests' fixed clock: ISO 8601 UTC, some seconds after it started. */
export function at(seconds: number): string {
  return dateAt(seconds).toISOString();
}

export function dateAt(seconds: number): Date {
  return new Date(noon + seconds * 1000);
}
