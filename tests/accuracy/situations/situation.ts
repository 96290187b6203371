import type { Catalog } from '../../../lib/catalog/schema.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { World } from '../browser/world.ts';
import type { Random } from '../time/random.ts';

/** What a simulated person is in, and what is true of it. */
export interface Situation {
  id: string;
  kind: Kind;
  /** One plain sentence for the report. */
  about: string;
  create(setting: Setting): Scene;
}

/**
 * Nobody interferes; somebody does; or nobody does, but nothing that a browser on this side can see
 * tells it from interference.
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
  /** Called as a round begins, its number counted from 0, so that things can happen within it. */
  roundBegins?: (round: number, nowMs: number) => void;
  roundEnds?: (round: number, nowMs: number) => void;
}

export interface Interference {
  services: ReadonlySet<string>;
  mechanism: Mechanism;
  period: Period;
}

/** `Infinity` where it is not known yet. */
export interface Period {
  fromMs: number;
  toMs: number;
}

export function isWithin({ fromMs, toMs }: Period, atMs: number): boolean {
  return fromMs <= atMs && atMs < toMs;
}

/** What every situation has in which nobody meddles. */
export function benign(id: string, about: string): Pick<Situation, 'id' | 'kind' | 'about'> {
  return { id, kind: 'benign', about };
}
