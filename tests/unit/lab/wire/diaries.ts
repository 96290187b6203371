import type { Diary, Episode } from '../../../lab/wire/diary.ts';
import type { LogEntry } from '../../../lab/world/description.ts';

const start = Date.parse('2026-11-26T09:00:00Z');

/** A time within an episode, in milliseconds. */
export function at(ms: number): number {
  return start + ms;
}

export function anEntry(overrides: Partial<LogEntry> = {}): LogEntry {
  return { time: start, kind: 'http', address: '198.51.100.1', port: 443, ...overrides };
}

/** A request over a connection of its own. */
export function aRequest(name: string, overrides: Partial<LogEntry> = {}): LogEntry[] {
  const { connection = 1, time = start, bytesIn = 600, bytesOut = 4_000, ...request } = overrides;
  const headers = { host: name, accept: '*/*' };
  const shared = { name, connection, time };
  return [
    anEntry({ kind: 'dns', name, time, method: 'A', port: 53 }),
    anEntry({ kind: 'tcp', connection, time, bytesIn, bytesOut }),
    anEntry({ kind: 'clienthello', ...shared }),
    anEntry({ method: 'HEAD', path: '/', query: '', marks: {}, headers, ...request, ...shared }),
  ];
}

export function anEpisode(overrides: Partial<Episode> = {}): Episode {
  return { kind: 'pulse', at: [15], log: aRequest('ya.ru'), ...overrides };
}

export function aDiary(overrides: Partial<Diary> = {}): Diary {
  return {
    browser: 'chromium',
    episodes: [anEpisode()],
    delays: [],
    own: ['dozvon', '0.1.0'],
    ...overrides,
  };
}
