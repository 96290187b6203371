import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';

/** The messages that the popup, the dashboard and the command line may send to the worker. */
export interface Protocol {
  /** Starts a full round for a person, or joins the running one. Answers with its id. */
  startRound(request: { services: string[] | null }): string;
  /** Stops the running round without recording it. False if none was running. */
  cancelRound(): boolean;
  /** Null if no round is running. */
  getProgress(): RoundProgress | null;
  /** Null if the history has no such round. */
  getRound(request: { id: string }): Round | null;
  /** From the worker to open pages. Null once the round is over. */
  progressChanged(progress: RoundProgress | null): void;
}
