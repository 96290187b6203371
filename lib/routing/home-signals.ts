import type { RoutingSignal } from '../model/route.ts';
import type { RoutingObservation } from './observation.ts';
import { type ExitLocation, signal } from './signal.ts';
import { clockAgainst } from './time-zones.ts';

const clockThere = signal('clock-there', { kind: 'settings', points: 'direct', strength: 'weak' });
const clockElsewhere = signal('clock-elsewhere', {
  kind: 'settings',
  points: 'vpn',
  strength: 'weak',
});
const clockAtExit = signal('clock-at-exit', {
  kind: 'settings',
  points: 'direct',
  strength: 'weak',
});
const homeThere = signal('home-there', { kind: 'settings', points: 'direct', strength: 'strong' });
const homeElsewhere = signal('home-elsewhere', {
  kind: 'settings',
  points: 'vpn',
  strength: 'strong',
});

/**
 * Signals of the clock and of the stated home, which replaces a clock that contradicts it.
 * @param exitCountry ISO 3166-1 alpha-2; null where the echoes do not agree
 */
export function homeSignals(
  seen: RoutingObservation,
  exitCountry: string | null,
  location: ExitLocation,
): (RoutingSignal | null)[] {
  const clock = clockOf(seen, exitCountry);
  const elsewhere = clock === 'elsewhere' ? clockElsewhere : null;
  if (seen.statedHome === null) return [clock === 'there' ? clockThere : elsewhere];
  if (location !== 'abroad') return [location === 'home' ? homeThere : null];
  return [homeElsewhere, clock === 'there' ? clockAtExit : elsewhere];
}

function clockOf(
  { timeZone, home, at }: RoutingObservation,
  exit: string | null,
): 'there' | 'elsewhere' | null {
  if (exit === null || timeZone === null) return null;
  return clockAgainst(timeZone, { exit, home: home.country, at: new Date(at) });
}

/** Of the same kind as the clock, and weaker still: a language travels with its speakers. */
export function languageSignal(
  { languages, home }: RoutingObservation,
  location: ExitLocation,
): RoutingSignal | null {
  const language = languages[0]?.split('-', 1)[0]?.toLowerCase();
  if (location !== 'abroad' || language === undefined) return null;
  if (!home.languages.includes(language)) return null;
  return signal('language-of-home', { kind: 'settings', points: 'vpn', strength: 'weak' });
}
