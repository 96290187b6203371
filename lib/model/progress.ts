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
  /** Targets that have got through so far, of `total`. */
  reached: number;
  /** Targets probed at least once so far. */
  probed: number;
  total: number;
}
