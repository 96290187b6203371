/** What the linter of Mozilla's add-ons reports, as far as it is read here. */
export interface LinterReport {
  errors: readonly LinterMessage[];
  warnings: readonly LinterMessage[];
}

export interface LinterMessage {
  code: string;
  message: string;
  file?: string | null;
}

/** A kind of warning that those who review are told of. */
interface Explained {
  code: string;
  /** The only message meant, where the explanation quotes one. */
  message: string | null;
}

/** The kinds of warnings that a text explains: a list item each, which begins with the code and may quote the message. */
export function explainedIn(text: string): Explained[] {
  const items = text.matchAll(/^- `([A-Z][A-Z_]+)`(?:, "([^"]+)")?/gm);
  return [...items].map(([, code = '', message]) => ({ code, message: message ?? null }));
}

/** A line for each error, for each warning of a kind that is not explained, and for each kind that there is no more. */
export function problemsOf({ errors, warnings }: LinterReport, text: string): string[] {
  const explained = explainedIn(text);
  const isMeant = (one: Explained, { code, message }: LinterMessage) =>
    one.code === code && (one.message === null || one.message === message);
  const unexplained = warnings.filter((one) => !explained.some((kind) => isMeant(kind, one)));
  const gone = explained.filter((kind) => !warnings.some((one) => isMeant(kind, one)));
  return [
    ...errors.map((one) => `error: ${lineOf(one)}`),
    ...unexplained.map((one) => `not explained: ${lineOf(one)}`),
    ...gone.map(({ code }) => `explained, and not there: ${code}`),
  ];
}

function lineOf({ code, message, file }: LinterMessage): string {
  return `${code}, ${message}${file ? ` (${file})` : ''}`;
}
