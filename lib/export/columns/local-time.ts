/**
 * The same moment by the clocks of a zone, with its offset from UTC: `2026-03-01T13:00:01.250+03:00`.
 * @param iso ISO 8601 UTC with milliseconds
 * @param timeZone IANA name; the offset of this computer's clock where the browser does not know it
 */
export function localTime(iso: string, timeZone: string): string {
  const at = Date.parse(iso);
  const minutes = offsetMinutes(at, timeZone);
  const local = new Date(at + minutes * minuteMs).toISOString().slice(0, -1);
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${local}${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

const minuteMs = 60_000;
/** Zones change their offset at the quarters of an hour, if at all. */
const quarterMs = 15 * minuteMs;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

let known = { timeZone: '', quarter: Number.NaN, minutes: 0 };

/** Asking the browser takes longer than all else in a row, so the last answer is kept. */
function offsetMinutes(at: number, timeZone: string): number {
  const quarter = Math.floor(at / quarterMs);
  if (known.quarter !== quarter || known.timeZone !== timeZone) {
    known = { timeZone, quarter, minutes: askOffset(quarter * quarterMs, timeZone) };
  }
  return known.minutes;
}

function askOffset(at: number, timeZone: string): number {
  const format = formatIn(timeZone);
  if (format === null) return -new Date(at).getTimezoneOffset();
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Null for `Etc/Unknown`, which Chromium reports of a computer without a zone and does not take. */
function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}
