import type { Bar } from '../model/bar.ts';
import type { Role } from '../model/role.ts';
import type { RoleRollup, Rollup, SummedState } from '../model/rollup.ts';
import type { RoutingVerdict } from '../model/route.ts';
import { roleOrder } from './roles.ts';

export type StateCounts = Partial<Record<SummedState, number>>;

/** A service in one part of a span. */
export interface BarView {
  /** Milliseconds since 1970; the second is not in it. */
  fromMs: number;
  toMs: number;
  /** Checks by what they said of the service; none where it was not checked. */
  counts: StateCounts;
  /** Checks by the set of mechanisms that they found, joined by `|`. */
  mechanisms: Record<string, number>;
}

/** @param route null for all */
export function barsByRoute(bars: readonly Bar[], route: RoutingVerdict | null): readonly Bar[] {
  if (route === null) return bars;
  const isBy = (rollup: Rollup) => rollup.route === route;
  return bars.map((bar) => ({ ...bar, rollups: bar.rollups.filter(isBy) }));
}

export function barsOfService(bars: readonly Bar[], service: string): BarView[] {
  return bars.map((bar) => viewOf(bar, ownOf(bar, service)));
}

/** One use of a service over time. */
export interface RoleBars {
  role: Role;
  views: BarView[];
}

/** The uses of a service that were looked at within the span, in the order in which people ask for them. */
export function barsOfRoles(bars: readonly Bar[], service: string): RoleBars[] {
  const parts = bars.map((bar) => ({ bar, own: ownOf(bar, service) }));
  const seen = new Set(parts.flatMap(({ own }) => own.flatMap(({ roles }) => Object.keys(roles))));
  return roleOrder
    .filter((role) => seen.has(role))
    .map((role) => ({ role, views: parts.map(({ bar, own }) => roleView(bar, own, role)) }));
}

function roleView(bar: Bar, own: readonly Rollup[], role: Role): BarView {
  return viewOf(
    bar,
    own.map(({ roles }) => roles[role]).filter((one) => one !== undefined),
  );
}

function ownOf({ rollups }: Bar, service: string): Rollup[] {
  return rollups.filter((rollup) => rollup.service === service);
}

type Counted = Pick<RoleRollup, 'states' | 'mechanisms'>;

function viewOf({ fromMs, toMs }: Bar, counted: readonly Counted[]): BarView {
  return {
    fromMs,
    toMs,
    counts: addedUp(counted.map(({ states }) => states)),
    mechanisms: addedUp(counted.map(({ mechanisms = {} }) => mechanisms)),
  };
}

function addedUp(all: readonly Partial<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all) {
    for (const [key, count = 0] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

/** Share of the checks with a verdict in which the service opened; null without any. */
export function openShareOf(views: readonly BarView[]): number | null {
  const open = sum(views.map(({ counts }) => counts.ok ?? 0));
  const known = sum(views.map(({ counts }) => knownOf(counts)));
  return known === 0 ? null : open / known;
}

/** The number of the hour in which a time lies: bars end with the present one. */
export function hourOf(time: Date): number {
  return Math.floor(time.getTime() / (60 * 60 * 1000));
}

/** Ids of all services that the bars have. */
export function servicesIn(bars: readonly Bar[]): string[] {
  return [...new Set(bars.flatMap(({ rollups }) => rollups.map(({ service }) => service)))];
}

/** How high a bar is for checks in this state, so that it is read without colour. Where it opens, a line is left. */
const weights = {
  blocked: 1,
  likely_blocked: 0.8,
  network: 0.8,
  down: 0.8,
  impaired: 0.5,
} as const;

/**
 * `line`: all that is known is that it opened; `unknown`, two dots: no check had a verdict; `gap`, one dot: there was no
 * check.
 */
export type BarKind = keyof typeof weights | 'line' | Dotted;

type Dotted = keyof typeof dots;

/** Height of the drawing, whose bars are 1 wide. */
export const plotHeight = 24;
/** Of a dot, too. */
const lineHeight = 3;

/** How far above the bottom the dots are. */
const dots = { gap: [0], unknown: [0, 2 * lineHeight] } as const;

/** With more bars than that, a third of one may be less than a pixel. */
const mostWithThirds = 100;
/** So many bars then have one dot, as wide as a bar. */
const barsToDot = 4;

/** A path of all bars for each kind, as `d` of an SVG path. */
export function pathsOf(views: readonly BarView[]): Record<BarKind, string> {
  const paths = {
    line: '',
    unknown: '',
    gap: '',
    blocked: '',
    likely_blocked: '',
    network: '',
    down: '',
    impaired: '',
  };
  const areMany = views.length > mostWithThirds;
  const barWidth = areMany ? 1 : 0.8;
  const dotWidth = areMany ? 1 : barWidth / 3;
  let before: Dotted | null = null;
  /** How many bars just before this one have the same dots. */
  let alike = 0;
  for (const [index, { counts }] of views.entries()) {
    const dotted = dottedKind(counts);
    alike = dotted === before ? alike + 1 : 0;
    before = dotted;
    if (dotted !== null && areMany && alike % barsToDot > 0) continue;
    const width = dotted === null ? barWidth : dotWidth;
    for (const { kind, bottom, height } of dotted === null ? stackOf(counts) : dotsOf(dotted)) {
      const left = round(index + (1 - width) / 2);
      const top = round(plotHeight - bottom - height);
      paths[kind] += `M${left} ${top}h${round(width)}v${round(height)}h${round(-width)}z`;
    }
  }
  return paths;
}

/** Null where a check had a verdict. */
function dottedKind(counts: StateCounts): Dotted | null {
  if (knownOf(counts) > 0) return null;
  return counts.insufficient === undefined ? 'gap' : 'unknown';
}

/** A rectangle of a bar. */
interface Part {
  kind: BarKind;
  bottom: number;
  height: number;
}

function dotsOf(kind: Dotted): Part[] {
  return dots[kind].map((bottom) => ({ kind, bottom, height: lineHeight }));
}

/** What did not open, one above the other; else a line. */
function stackOf(counts: StateCounts): Part[] {
  const known = knownOf(counts);
  const parts: Part[] = [];
  let bottom = 0;
  for (const [state, weight] of Object.entries(weights)) {
    const kind = state as keyof typeof weights;
    const height = ((counts[kind] ?? 0) / known) * weight * plotHeight;
    if (height === 0) continue;
    parts.push({ kind, bottom, height });
    bottom += height;
  }
  return parts.length === 0 ? [{ kind: 'line', bottom, height: lineHeight }] : parts;
}

function knownOf(counts: StateCounts): number {
  return sum(
    Object.entries(counts)
      .filter(([state]) => state !== 'insufficient')
      .map(([, count]) => count),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
