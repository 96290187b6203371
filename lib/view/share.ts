import type { DashboardText } from '../i18n/dashboard-text.ts';
import { dayText } from '../i18n/time.ts';
import { isOwnService } from '../model/own-service.ts';
import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { ServiceState } from '../model/state.ts';
import { fullWordOf } from './full-word.ts';
import { detourOf, type RouteSeen } from './route.ts';
import { serviceRows } from './rows.ts';
import { needsAnother } from './service.ts';
import { situationIdOf } from './situation.ts';
import { isConclusive, sawNothing, summaryOf } from './summary.ts';

/** What a person may show to others, in the page's language. */
export interface ShareCard {
  /** Without the time of day. */
  title: string;
  headline: string;
  rows: { name: string; state: ServiceState; word: string }[];
  /** What the card leaves out. */
  note: string;
}

/**
 * Why there is no card: nothing was checked; the check says too little of the messengers, or is old; traffic may come
 * out elsewhere, at least in part, which a card would either hide or give away; or what the check saw awaits another.
 */
export type ShareGap = 'unchecked' | 'unclear' | 'detour' | 'unconfirmed';

/** @param route the last look, also where the route is not to be told */
export function shareGap(
  latest: Round | null,
  route: SeenRoute | null,
  now: Date,
): ShareGap | null {
  if (latest === null) return 'unchecked';
  const round = ofMessengers(latest);
  const situation = situationIdOf({ round, progress: null, settings: { pausedUntil: null }, now });
  if (situation !== null || !isConclusive(round) || sawNothing(round)) return 'unclear';
  if (detourOf(round, route) !== null) return 'detour';
  return round.services.some(needsAnother) ? 'unconfirmed' : null;
}

const untold: RouteSeen = { route: null, gap: 'off' };

/** A card of a round without a gap. It names no site of the person's own, and nothing of the network or the route. */
export function shareCard(latest: Round, { language, t }: DashboardText): ShareCard {
  const round = ofMessengers(latest);
  const { headline } = summaryOf(round, untold);
  const rows = serviceRows(round, null, untold).flatMap(({ name, service }) =>
    service ? [{ name, state: service.state, word: t(fullWordOf(service.state)) }] : [],
  );
  return {
    title: t('share.card', { day: dayText(language, round.startedAt) }),
    headline: t(headline.id, headline.values),
    rows,
    note: t('share.note'),
  };
}

function ofMessengers(round: Round): Round {
  return { ...round, services: round.services.filter((service) => !isOwnService(service)) };
}

export function shareText({ title, headline, rows, note }: ShareCard): string {
  const lines = rows.map(({ name, word }) => `${name}: ${word}`);
  return [title, headline, '', ...lines, '', note].join('\n');
}
