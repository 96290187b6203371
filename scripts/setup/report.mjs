// Standard output carries a command's result, so all messages go to stderr.

/** A command lacks something: the message says what, why, and what to type. Exit status 3. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * @param {string} text
 * @returns {void}
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Ends a failed command: one line for an expected failure, the stack for any other.
 * @param {unknown} error
 * @returns {void}
 */
export function reportFailure(error) {
  if (error instanceof SetupError) say(error.message);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof SetupError ? 3 : 1;
}
