import type { Catalog } from '../../../lib/catalog/schema.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { World } from '../browser/world.ts';
import type { Random } from '../time/random.ts';

/** The situation of a simulated person, with the truth about it. */
export interface Situation {
  id: string;
  kind: Kind;
  /** One sentence for the report. */
  about: string;
  create(setting: Setting): Scene;
}

/**
 * No interference; interference; or no interference, but a browser on this side cannot distinguish
 * the two.
 */
export type Kind = 'benign' | 'interference' | 'lookalike';

export interface Setting {
  random: Random;
  startMs: number;
  catalog: Catalog;
}

export interface Scene {
  world: World;
  interference: Interference | null;
  /** Called when a round begins, with its number counted from 0, so that events can happen within it. */
  roundBegins?: (round: number, nowMs: number) => void;
  roundEnds?: (round: number, nowMs: number) => void;
}

export interface Interference {
  services: ReadonlySet<string>;
  mechanism: Mechanism;
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

/** The fields that all situations without interference share. */
export function benign(id: string, about: string): Pick<Situation, 'id' | 'kind' | 'about'> {
  return { id, kind: 'benign', about };
}
