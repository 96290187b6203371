// Standard output belongs to the result of a command, so everything said here goes to stderr.

/** Something that a command needs and cannot get: what, why and what to type. Exit status 3. */
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
 * Ends a command that failed: one line for what was foreseen, the stack for what was not.
 * @param {unknown} error
 * @returns {void}
 */
export function reportFailure(error) {
  if (error instanceof SetupError) say(error.message);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof SetupError ? 3 : 1;
}
