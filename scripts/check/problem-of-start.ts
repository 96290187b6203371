import { organisationsChoice } from '../../lib/settings/organisation.ts';

/** Why no check is possible where a browser does not get ready for one. */
export function problemOfStart(error: unknown, executablePath: string): string {
  const reason = firstLine(error);
  return reason.endsWith(organisationsChoice)
    ? `No check possible, an organisation's policy locks what the command has to set: ${reason}`
    : `No check possible, the browser ${executablePath} with the extension did not start: ${reason}`;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = /Failed to create .*ProcessSingleton.*|profile appears to be in use.*/.exec(
    message,
  );
  return reason?.[0] ?? message.split('\n')[0] ?? message;
}
