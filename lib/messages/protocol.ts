import type { RoundProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';

/** Everything that the popup, the dashboard and the command line may ask of the worker. */
export interface Protocol {
  /** Starts a full round as a person's request; joins the one that runs already. Answers its id. */
  startRound(request: { services: string[] | null }): string;
  /** Stops the running round; nothing of it is recorded. False where none was running. */
  cancelRound(): boolean;
  /** Null where no round is running. */
  getProgress(): RoundProgress | null;
  /** Null where history has no such round. */
  getRound(request: { id: string }): Round | null;
  /** From the worker to open pages. Null once the round is over. */
  progressChanged(progress: RoundProgress | null): void;
}
