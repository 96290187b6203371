interface DatedResponse {
  /** When the headers arrived by this computer's clock, in milliseconds since the epoch. */
  timeStamp: number;
  responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/**
 * By how much this computer's clock is ahead of a server's, in milliseconds; negative where it is behind. A cache
 * tells for how long it has kept an answer. Null where the headers hold no date.
 */
export function clockAhead({ timeStamp, responseHeaders }: DatedResponse): number | null {
  const read = (wanted: string) =>
    responseHeaders?.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const date = Date.parse(read('date') ?? '');
  if (Number.isNaN(date)) return null;
  const ageSeconds = Number(read('age') ?? 0);
  return timeStamp - date - (ageSeconds > 0 ? ageSeconds * 1000 : 0);
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days: a clock that is seconds off would tell one computer from others. */
export function daysAhead(clockAheadMs: number): number {
  // Adding zero turns −0 into 0.
  return Math.trunc(clockAheadMs / dayMs) + 0;
}
