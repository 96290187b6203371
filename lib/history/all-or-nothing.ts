interface Transaction {
  done: Promise<void>;
  abort(): void;
}

/** Makes the writes of one transaction, or none of them where one fails. */
export async function allOrNothing(
  transaction: Transaction,
  write: () => Promise<void>,
): Promise<void> {
  const { done } = transaction;
  try {
    await write();
    await done;
  } catch (error) {
    abort(transaction);
    await done.catch(() => undefined);
    throw error;
  }
}

/** A write that throws when requested does not abort its transaction by itself. */
function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has already ended.
  }
}
