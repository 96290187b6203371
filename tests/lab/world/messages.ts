import type { LogEntry, WorldDescription } from './description.ts';

/** The lab's requests to its world's process; each reply carries the id of its request. */
export type WorldRequest =
  | { id: number; kind: 'set'; world: WorldDescription }
  | { id: number; kind: 'log' }
  | { id: number; kind: 'clear-log' };

export type WorldReply =
  | { kind: 'ready'; authority: string }
  | { kind: 'done'; id: number; log?: LogEntry[] };
