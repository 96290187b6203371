import type { Catalog, Service } from '../../../lib/catalog/schema.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { World } from '../browser/world.ts';
import type { Random } from '../time/random.ts';

/** The situation of a simulated person, with the truth about it. */
export interface Situation {
  id: string;
  kind: Kind;
  /** What the promises are about. */
  family: Family;
  /** One sentence for the report. */
  about: string;
  /** Nothing changes but at the beginning and the end of a condition. */
  isSteady?: boolean;
  /** Rounds that a person lives; 60 if left out. */
  rounds?: number;
  /** The person checks by hand, a minute after each check; by the schedule if left out. */
  byHand?: boolean;
  /** Country of the home (ISO 3166-1 alpha-2); Russia if left out. */
  home?: string;
  create(setting: Setting): Scene;
}

/**
 * No interference; interference; or no interference, but a browser on this side cannot distinguish
 * the two.
 */
export type Kind = 'benign' | 'interference' | 'lookalike';

export type Family =
  | 'fault'
  | 'alike'
  | 'path loss'
  | 'steady block'
  | 'steady block, lossy'
  | 'pausing block'
  | 'half blocked'
  | 'mostly blocked'
  | 'block in part'
  | 'counted bytes'
  | 'at home'
  | 'lookalike'
  | 'pair'
  | 'by hand';

export interface Setting {
  random: Random;
  startMs: number;
  catalog: Catalog;
  /** That the person lives. */
  rounds: number;
}

export interface Scene {
  world: World;
  conditions: readonly Condition[];
  /** Called when a round begins, with its number counted from 0, so that events can happen within it. */
  roundBegins?: (round: number, nowMs: number) => void;
  roundEnds?: (round: number, nowMs: number) => void;
}

/** What is true of some services for some time. Of all others it is true that they are `ok`. */
export interface Condition {
  services: ReadonlySet<string>;
  /** The states that may truly be said of them. */
  states: readonly ServiceState[];
  /** Null without interference. */
  mechanism: Mechanism | null;
  /** Labels that claim what is not so; none if left out. */
  isFalseLabel?: (label: Mechanism) => boolean;
  period: Period;
}

/** `Infinity` if not known yet. */
export interface Period {
  fromMs: number;
  toMs: number;
}

export function isWithin({ fromMs, toMs }: Period, atMs: number): boolean {
  return fromMs <= atMs && atMs < toMs;
}

/** What is true of a service that does not get through. */
export const blockedStates: readonly ServiceState[] = ['blocked', 'likely_blocked'];

/** The fields that all situations without interference share. */
export function benign(
  id: string,
  about: string,
): Pick<Situation, 'id' | 'kind' | 'family' | 'about'> {
  return { id, kind: 'benign', family: 'fault', about };
}

/** A fault of some services that is there all the time, without interference. */
export function aFault(
  services: readonly Service[],
  states: readonly ServiceState[],
  { startMs }: Pick<Setting, 'startMs'>,
): Condition {
  return {
    services: new Set(services.map(({ id }) => id)),
    states,
    mechanism: null,
    period: { fromMs: startMs, toMs: Number.POSITIVE_INFINITY },
  };
}
