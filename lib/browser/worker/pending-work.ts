/** Work that goes on after its cause was answered. */
export interface PendingWork {
  /** Notes work that has begun, and reports its failure. */
  add(work: Promise<unknown>): void;
  /** Resolves once none is left. */
  done(): Promise<void>;
}

export function createPendingWork(): PendingWork {
  const pending = new Set<Promise<void>>();
  return {
    add(work) {
      const noted: Promise<void> = work
        .then(() => undefined, console.error)
        .finally(() => pending.delete(noted));
      pending.add(noted);
    },
    async done() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
