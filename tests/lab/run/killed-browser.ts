/** A browser that writes its history, in a profile that stays when it is killed. */
export interface KilledBrowser {
  /** From and to which time after its begin it writes. */
  span: { fromMs: number; toMs: number };
  /** Kills the browser so long after it began, and starts it again. */
  killAfter(milliseconds: number): Promise<Killed>;
  close(): Promise<void>;
}

export interface Killed {
  /** How far the browser had come. */
  reached: string;
  /** What is wrong with the history once the next browser has gone on with it. */
  complaints: string[];
}
