const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Whether a text is a time in ISO 8601 UTC; a browser reads many others as one, each in its own way. */
export function isMoment(text: string): boolean {
  if (!form.test(text)) return false;
  const ms = Date.parse(text);
  // Browsers take the 30th of February for a day of March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 10));
}
