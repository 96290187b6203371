/** How the stub misbehaves; `stored`: after it took the records. */
export type Fault =
  | { kind: 'partial'; rejects: number }
  | { kind: 'status'; status: number; retryAfter?: string }
  /** No answer as long as the client waits. */
  | { kind: 'slow'; stored: boolean }
  | { kind: 'cut'; stored: boolean }
  /** Something else answers in its place. */
  | { kind: 'portal' }
  /** A page without an end. */
  | { kind: 'endless' }
  | { kind: 'redirect'; to: string };
