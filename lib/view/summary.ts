import type { MessageId } from '../../locales/en/pages.ts';
import type { Message } from '../i18n/text.ts';
import { isOwnService } from '../model/own-service.ts';
import type { Round } from '../model/round.ts';
import type { RoutingResult } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import { isBlocked } from '../model/state.ts';
import { isDetour } from './route.ts';

/** What a round found, in a sentence with names, and in a few more what the sentence leaves out. */
export interface Summary {
  headline: Message;
  details: Message[];
}

export function isBlockedService(service: ServiceResult): boolean {
  return isBlocked(service.state);
}

/** Messengers; a person's own services count only where nothing else was checked. */
export function countedServices({ services }: Pick<Round, 'services'>): ServiceResult[] {
  const messengers = services.filter((service) => !isOwnService(service));
  return messengers.length > 0 ? messengers : services;
}

/** Whether the round has a verdict on at least one of the services that count. */
export function isConclusive(round: Round): boolean {
  return countedServices(round).some((service) => service.state !== 'insufficient');
}

/** @param showsRoute false where the route is not to be mentioned */
export function summaryOf(round: Round | null, showsRoute = true): Summary {
  if (!round) return { headline: { id: 'situation.unchecked' }, details: [] };
  if (!isConclusive(round)) return { headline: { id: 'summary.unknown' }, details: [] };
  const groups = groupsOf(countedServices(round));
  if (groups.total === groups.open.length) return allOpen(round, groups, showsRoute);
  return someOpen(groups);
}

interface Groups {
  open: string[];
  closed: string[];
  impaired: string[];
  down: string[];
  unknown: string[];
  unasked: string[];
  /** Of those that were asked. */
  total: number;
}

/** The names by what was found. */
function groupsOf(services: readonly ServiceResult[]): Groups {
  const isUnasked = ({ reason }: ServiceResult) => reason === 'not-through-detour';
  const asked = services.filter((one) => !isUnasked(one));
  const names = (isWanted: (service: ServiceResult) => boolean) =>
    asked.filter(isWanted).map(({ name }) => name);
  return {
    open: names(({ state }) => state === 'ok'),
    closed: names(isBlockedService),
    impaired: names(({ state }) => state === 'impaired'),
    down: names(({ state }) => state === 'down'),
    unknown: names(({ state }) => state === 'insufficient'),
    unasked: services.filter(isUnasked).map(({ name }) => name),
    total: asked.length,
  };
}

function allOpen(round: Round, { total, unasked }: Groups, showsRoute: boolean): Summary {
  return {
    headline: { id: showsRoute ? allOpenBy(round.routing) : 'summary.all', values: { total } },
    details: sentences({ unasked }),
  };
}

/** That all open by a detour says nothing of the provider, so even a slight sign of one is told beside it. */
function allOpenBy(routing: RoutingResult): MessageId {
  if (!isDetour(routing)) return 'summary.all';
  return routing.confidence === 'low' ? 'summary.all.detour.low' : 'summary.all.detour';
}

/** Names say more than numbers: the headline is a list that is short enough, else the number of those that open. */
function someOpen({ open, total, unasked, ...troubled }: Groups): Summary {
  if (open.length > 0 && open.length <= fewNames) {
    const headline = { id: 'summary.only', values: { count: open.length, names: open } } as const;
    return { headline, details: sentences({ ...troubled, unasked }) };
  }
  const [gravest, ...others] = sentences({ ...troubled, unasked });
  if (gravest?.values?.more === 0) {
    const count = open.length;
    const rest: Message[] = count === 0 ? [] : [{ id: 'summary.others', values: { count } }];
    return { headline: gravest, details: [...rest, ...others] };
  }
  const all = gravest?.values?.count === total ? others : sentences({ ...troubled, unasked });
  return { headline: { id: 'summary.open', values: { open: open.length, total } }, details: all };
}

/** As many names as a headline holds. */
const fewNames = 3;

const ids = {
  closed: 'summary.closed',
  impaired: 'summary.impaired',
  down: 'summary.down',
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
  names: string | readonly string[];
  more: number;
} {
  if (names.length <= fewNames) return { names, more: 0 };
  return { names: names.slice(0, fewNames - 1).join(', '), more: names.length - fewNames + 1 };
}
