import type { Message } from '../i18n/text.ts';
import type { NetworkResult } from '../model/network.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { isPaused } from '../settings/pause.ts';
import { isOutdated, type RouteSeen } from './route.ts';
import { heardOf, isConclusive, sawNothing, summaryOf } from './summary.ts';

export type SituationId =
  | 'unchecked'
  | 'paused'
  | 'stale'
  | 'no-permission'
  | 'offline'
  | 'portal'
  | 'clock'
  | 'certificates'
  | 'names'
  | 'proxy'
  | 'unsteady'
  | 'home-only'
  | 'some-only';

/** What a person has to know before any verdict on a service, and mostly can do something about. */
export interface Situation {
  id: SituationId;
  title: Message;
  /** ISO 8601 UTC of the moment that the title names. */
  at: string | null;
  /** In a pause what else comes before the verdicts; null where the rest says it all. */
  text: Message | null;
  /** What the last round found, and what needs another check; empty where it found nothing. */
  found: Message[];
  /** That was some time ago. */
  isOld: boolean;
}

interface Seen {
  round: Round | null;
  progress: RoundProgress | null;
  settings: Pick<CheckSettings, 'pausedUntil'>;
  now: Date;
}

/** Null where nothing comes before the verdicts. */
export function situationOf(seen: Seen & RouteSeen): Situation | null {
  const id = situationIdOf(seen);
  if (id === null) return null;
  const { round } = seen;
  const unpaused = situationIdOf({ ...seen, settings: { pausedUntil: null } });
  const isKnown = round !== null && isConclusive(round);
  const found = isKnown || unpaused === null ? heardOf(summaryOf(round, seen)) : [];
  const text = id === 'paused' ? textInPause(unpaused) : textOf(id, found);
  const isOld = isKnown && (unpaused === 'stale' || sawNothing(round));
  return { id, ...headingOf(id, seen), text, found, isOld };
}

function headingOf(
  id: SituationId,
  { round, settings: { pausedUntil } }: Seen,
): Pick<Situation, 'title' | 'at'> {
  if (id === 'stale') return { title: { id: 'situation.stale' }, at: round?.finishedAt ?? null };
  if (id !== 'paused') return { title: { id: `situation.${id}` }, at: null };
  const at = pausedUntil === 'resumed' ? null : pausedUntil;
  return { title: { id: at === null ? 'situation.paused-open' : 'situation.paused' }, at };
}

function textOf(id: Exclude<SituationId, 'paused'>, found: Situation['found']): Situation['text'] {
  return id === 'stale' || found.length > 0 ? null : { id: `situation.${id}.text` };
}

/** @param unpaused what would come first without the pause */
function textInPause(unpaused: SituationId | null): Situation['text'] {
  return unpaused === null || unpaused === 'stale' ? null : { id: `situation.${unpaused}` };
}

/** Its name alone. */
export function situationIdOf({ round, progress, settings, now }: Seen): SituationId | null {
  if (progress !== null) return null;
  if (isPaused(settings, now)) return 'paused';
  if (round === null) return 'unchecked';
  if (isOutdated(round.finishedAt, now)) return 'stale';
  // Neutral sites are then as closed to the extension, and the network looks as if it were at fault.
  return isForbidden(round) ? 'no-permission' : ofNetwork(round.network);
}

function isForbidden({ services }: Round): boolean {
  return services.length > 0 && services.every(({ reason }) => reason === 'needs-permission');
}

function ofNetwork({ state, trouble }: NetworkResult): SituationId | null {
  switch (state) {
    case 'normal':
      return null;
    case 'offline':
      return 'offline';
    case 'captive_portal':
      return 'portal';
    case 'allowlist':
      return trouble === 'only-services' ? 'some-only' : 'home-only';
    case 'degraded':
      return ofTrouble(trouble);
    default:
      return state satisfies never;
  }
}

function ofTrouble(trouble: NetworkResult['trouble']): SituationId {
  if (trouble === 'clock' || trouble === 'certificates' || trouble === 'proxy') return trouble;
  return trouble === 'resolver' ? 'names' : 'unsteady';
}
