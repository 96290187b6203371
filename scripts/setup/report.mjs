// Standard output carries a command's result, so all messages go to stderr.

/** A command lacks something: the message says what, why, and what to type. Exit status 3. */
export class SetupError extends Error {
  name = 'SetupError';
}

// Who closes the pipe, as `2>&1 | head` does, wants to read no more; the command goes on, and tidies up at its end.
process.stderr.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

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
