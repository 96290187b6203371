import type { Trigger } from './round.ts';

/** What a running round tells the popup. */
export interface RoundProgress {
  roundId: string;
  trigger: Trigger;
  startedAt: string;
  services: ServiceProgress[];
}

export interface ServiceProgress {
  id: string;
  name: string;
  /** `probing` while attempts are out; `done` once nothing more is planned for it. */
  stage: 'waiting' | 'probing' | 'done';
  /** Targets got through, so far, of `total`. */
  reached: number;
  /** Targets probed at least once, so far. */
  probed: number;
  total: number;
}
