import type { Trigger } from './round.ts';

/** A running round's progress, for pages. */
export interface RoundProgress {
  roundId: string;
  trigger: Trigger;
  startedAt: string;
  /** The states are known and recorded; what goes on only deepens labels. Left out before. */
  judged?: true;
  services: ServiceProgress[];
}

export interface ServiceProgress {
  id: string;
  name: string;
  /** `probing` while attempts run; `done` once no more are planned. */
  stage: 'waiting' | 'probing' | 'done';
  /** What is seen so far; null before the first evidence. */
  word: PreliminaryWord | null;
  /** Targets that have got through so far, of `total`. */
  reached: number;
  /** Targets probed at least once so far. */
  probed: number;
  total: number;
}

/** What a service looks like before its round ends; no verdict, as one failure proves nothing. */
export type PreliminaryWord =
  | 'opens'
  | 'in-part'
  | 'name-not-found'
  | 'no-answer'
  | 'cut-off'
  /** It does not open, and no plainer word fits. */
  | 'fails';
