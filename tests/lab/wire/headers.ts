import type { LogEntry } from '../world/description.ts';

/** What browsers send by themselves; `*` stands for any ending. */
const ofTheBrowser = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'dnt',
  'host',
  'origin',
  'pragma',
  'priority',
  'range',
  'sec-ch-*',
  'sec-fetch-*',
  'sec-gpc',
  'sec-websocket-*',
  'te',
  'upgrade',
  'user-agent',
];

/** Complaints about headers and URLs that name a person or the extension. */
export function judgeHeaders(log: readonly LogEntry[], own: readonly string[]): string[] {
  return log.flatMap((entry) => [
    ...marksIn(entry).map((mark) => complaint(entry, mark, 'no mark')),
    ...strangeIn(entry).map((name) => complaint(entry, `header ${name}`, "a browser's own")),
    ...ownIn(entry, own).map((text) => complaint(entry, `"${text}"`, 'nothing of our own')),
  ]);
}

/** The names of all headers that servers saw, sorted. */
export function headerNamesIn(log: readonly LogEntry[]): string[] {
  const names = log.flatMap(({ headers }) => Object.keys(headers ?? {}));
  return [...new Set(names)].toSorted();
}

/** An Origin is a mark too, unless it says that there is none. */
function marksIn({ marks = {} }: LogEntry): string[] {
  const named = Object.entries(marks).filter(
    ([name, value]) => name !== 'origin' || value !== 'null',
  );
  return named.map(([name, value]) => `${name}: ${value}`);
}

/** Headers that name a person are no strangers: `marksIn` tells them. */
function strangeIn({ headers = {}, marks = {} }: LogEntry): string[] {
  return Object.keys(headers).filter((name) => !(name in marks) && !isOfTheBrowser(name));
}

function isOfTheBrowser(name: string): boolean {
  return ofTheBrowser.some((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one,
  );
}

function ownIn(
  { name = '', path = '', query = '', headers = {} }: LogEntry,
  own: readonly string[],
) {
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
  const said = [name + path + query, ...lines].join('\n').toLowerCase();
  return own.filter((text) => said.includes(text.toLowerCase()));
}

function complaint({ kind, name }: LogEntry, found: string, allowed: string): string {
  return `${kind} to ${name}: found ${found}; allowed: ${allowed}`;
}
