import type { LogEntry, WorldDescription } from './description.ts';

/** What the lab asks of its world's process, one message at a time, each answered by its id. */
export type WorldRequest =
  | { id: number; kind: 'set'; world: WorldDescription }
  | { id: number; kind: 'log' }
  | { id: number; kind: 'clear-log' };

export type WorldReply =
  | { kind: 'ready'; authority: string }
  | { kind: 'done'; id: number; log?: LogEntry[] };
