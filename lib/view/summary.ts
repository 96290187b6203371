import type { MessageId } from '../../locales/en/pages.ts';
import type { Message } from '../i18n/text.ts';
import { isOwnService } from '../model/own-service.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { isBlocked } from '../model/state.ts';
import { detourOf, type RouteSeen } from './route.ts';
import { isOutweighed, isUnasked, needsAnother } from './service.ts';

/** What a round found, in a sentence with names, and in a few more what the sentence leaves out. */
export interface Summary {
  headline: Message;
  details: Message[];
}

export function isBlockedService(service: ServiceResult): boolean {
  return isBlocked(service.state);
}

/** Messengers; a person's own services count only where nothing else was checked. */
function countedServices({ services }: Pick<Round, 'services'>): ServiceResult[] {
  const messengers = services.filter((service) => !isOwnService(service));
  return messengers.length > 0 ? messengers : services;
}

/** Those that count without those that were left out, though a state of them is known from before. */
export function askedServices(round: Pick<Round, 'services'>): ServiceResult[] {
  return countedServices(round).filter((service) => !isUnasked(service));
}

/** Whether the round has a verdict on at least one of the services that count. */
export function isConclusive(round: Round): boolean {
  return askedServices(round).some((service) => service.state !== 'insufficient');
}

export function summaryOf(round: Round | null, seen: RouteSeen): Summary {
  if (!round) return { headline: { id: 'situation.unchecked' }, details: [] };
  const groups = groupsOf(countedServices(round));
  if (!isConclusive(round)) {
    const { again, unasked } = groups;
    return { headline: { id: 'summary.unknown' }, details: sentences({ again, unasked }) };
  }
  const { headline, details } =
    groups.total === groups.open.length
      ? allOpen(groups, allOpenBy(round, seen))
      : someOpen(groups);
  const before: Message[] = sawNothing(round) ? [{ id: 'confirming.insufficient' }] : [];
  return { headline, details: [...details, ...before] };
}

/** The headline, and what needs another check, for who hears the page. */
export function heardOf({ headline, details }: Summary): Message[] {
  return [headline, ...details.filter(({ id }) => id === ids.again)];
}

/** What is known then is from the rounds before. */
export function sawNothing(round: Pick<Round, 'services'>): boolean {
  return askedServices(round).every(({ roundState }) => roundState === 'insufficient');
}

interface Groups {
  open: string[];
  closed: string[];
  impaired: string[];
  down: string[];
  /** What needs another check: what the last round saw otherwise, and what is open by that round alone. */
  again: string[];
  /** What the last round saw otherwise than those before it, and that is in no other group. */
  outweighed: string[];
  unknown: string[];
  unasked: string[];
  /** Of those that were asked. */
  total: number;
}

/** The names by what was found. */
function groupsOf(services: readonly ServiceResult[]): Groups {
  const asked = services.filter((one) => !isUnasked(one));
  const settled = asked.filter((one) => !isOutweighed(one));
  const names = (
    isWanted: (service: ServiceResult) => boolean,
    among: readonly ServiceResult[] = settled,
  ) => among.filter(isWanted).map(({ name }) => name);
  return {
    open: names(({ state }) => state === 'ok'),
    closed: names(isBlockedService),
    impaired: names(({ state }) => state === 'impaired'),
    down: names(({ state }) => state === 'down'),
    again: names(needsAnother, asked),
    outweighed: names(isOutweighed, asked),
    unknown: names(({ state }) => state === 'insufficient'),
    unasked: names(isUnasked, services),
    total: asked.length,
  };
}

function allOpen({ open, total, again, unasked }: Groups, id: MessageId): Summary {
  return {
    // A single one is named: it may be a site of the person's own.
    headline: { id, values: { total, name: open[0] ?? '' } },
    details: sentences({ again, unasked }),
  };
}

/** That all open by a detour says nothing of the provider, so even a slight sign of one is told beside it. */
function allOpenBy(round: Round, { route, gap }: RouteSeen): MessageId {
  const detour = gap === null ? detourOf(round, route) : null;
  if (detour === null) return 'summary.all';
  return detour === 'perhaps' ? 'summary.all.detour.low' : 'summary.all.detour';
}

/** Names say more than numbers: the headline is a list that is short enough, else the number of those that open. */
function someOpen({ open, total, outweighed, ...named }: Groups): Summary {
  // Of what is unknown or was seen otherwise, some may open, too.
  const isWhole = named.unknown.length + outweighed.length === 0;
  if (open.length > 0 && open.length <= fewNames && isWhole) {
    const headline = { id: 'summary.only', values: { count: open.length, names: open } } as const;
    return { headline, details: sentences(named) };
  }
  const opening = { id: 'summary.open', values: { open: open.length, total } } as const;
  const [gravest, ...others] = sentences(named);
  // That none opens is then not known.
  const hasNoNumber = open.length === 0 && !isWhole;
  if (gravest && (hasNoNumber || isHeadline(gravest, outweighed))) {
    const count = open.length;
    // Some of what needs another check may open.
    const isApart = gravest.id !== ids.again || named.again.length === outweighed.length;
    const isRest = isApart && count > 1 && count + Number(gravest.values?.count) === total;
    const rest: Message = isRest ? { id: 'summary.others', values: { count } } : opening;
    return { headline: gravest, details: [...(count === 0 ? [] : [rest]), ...others] };
  }
  const all = gravest?.values?.count === total ? others : sentences(named);
  return { headline: opening, details: all };
}

/** Rows show as open, or as closed, what was seen otherwise: a number beside them would contradict. */
function isHeadline({ id, values }: Message, outweighed: readonly string[]): boolean {
  if (id === ids.again) return outweighed.length > 0;
  return values?.more === 0 && id !== ids.unknown;
}

/** As many names as a headline holds. */
const fewNames = 3;

const ids = {
  closed: 'summary.closed',
  impaired: 'summary.impaired',
  down: 'summary.down',
  again: 'summary.again',
  unknown: 'summary.unknown-of',
  unasked: 'summary.unasked',
} as const satisfies Partial<Record<keyof Groups, Message['id']>>;

/** One for each group with names, the gravest first: its first names, and the number of the others. */
function sentences(groups: Partial<Record<keyof typeof ids, string[]>>): Message[] {
  return (Object.keys(ids) as (keyof typeof ids)[]).flatMap((group) => {
    const names = groups[group] ?? [];
    if (names.length === 0) return [];
    const values = { count: names.length, ...shortened(names) };
    return [{ id: ids[group], values }];
  });
}

/** What a message needs to list names: all, or the first ones and the number of the others. */
export function shortened(names: readonly string[]): {
  names: readonly string[];
  more: number;
} {
  if (names.length <= fewNames) return { names, more: 0 };
  return { names: names.slice(0, fewNames - 1), more: names.length - fewNames + 1 };
}
