import type { Attempt } from '../model/attempt.ts';
import type { Gate } from '../model/network.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';

/** `whole`: how the time was spent is not known. */
export type PhaseName = 'name' | 'connection' | 'handshake' | 'answer' | 'body' | 'whole';

/** A stretch of time within a round, both ends in shares of its length. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Phase extends Stretch {
  name: PhaseName;
}

export interface WaterfallLine {
  target: string;
  attempt: Attempt;
  /** Without what is unknown; empty where it is not even known how long the attempt took. */
  phases: Phase[];
  startShare: number;
}

/** Clocks of the worker and of a document differ by a little. */
const slackMs = 2_000;

/** The round's time line, from its start to its end. */
export interface TimeLine {
  beginMs: number;
  lengthMs: number;
}

/** Null where attempts lie outside their round, as where the clock was set during it. */
export function timeLineOf({ startedAt, finishedAt, services }: Round): TimeLine | null {
  const beginMs = Date.parse(startedAt);
  const endMs = Date.parse(finishedAt);
  const starts = services
    .flatMap(({ targets }) => targets.flatMap(({ attempts }) => attempts))
    .map((attempt) => Date.parse(attempt.startedAt));
  const isOutside = (ms: number) => ms < beginMs - slackMs || ms > endMs + slackMs;
  if (endMs < beginMs || starts.some(isOutside)) return null;
  return { beginMs, lengthMs: Math.max(1, endMs - beginMs) };
}

/** The attempts on a service in the order in which they began. */
export function linesOf({ targets }: ServiceResult, line: TimeLine): WaterfallLine[] {
  return targets
    .flatMap(({ id, attempts }) =>
      attempts.map((attempt) => ({
        target: id,
        attempt,
        startShare: shareOf(Date.parse(attempt.startedAt) - line.beginMs, line),
        phases: phasesOf(attempt, line),
      })),
    )
    .toSorted((one, other) => one.startShare - other.startShare);
}

/** When the neutral sites were asked. */
export function gateStretches(gates: readonly Gate[], line: TimeLine): Stretch[] {
  return gates.map(({ startedAt, finishedAt }) => ({
    from: shareOf(Date.parse(startedAt) - line.beginMs, line),
    to: shareOf(Date.parse(finishedAt) - line.beginMs, line),
  }));
}

function phasesOf(attempt: Attempt, line: TimeLine): Phase[] {
  const { dnsMs, connectMs, tlsMs, ttfbMs, totalMs, startedAt } = attempt;
  if (totalMs === null) return [];
  const startMs = Date.parse(startedAt) - line.beginMs;
  const phases: Phase[] = [];
  let doneMs = 0;
  const addUntil = (name: PhaseName, untilMs: number) => {
    if (untilMs <= doneMs) return;
    const from = shareOf(startMs + doneMs, line);
    phases.push({ name, from, to: shareOf(startMs + untilMs, line) });
    doneMs = untilMs;
  };
  addUntil('name', dnsMs ?? 0);
  addUntil('connection', doneMs + (connectMs ?? 0));
  addUntil('handshake', doneMs + (tlsMs ?? 0));
  addUntil('answer', Math.min(ttfbMs ?? 0, totalMs));
  addUntil(phases.length === 0 ? 'whole' : 'body', totalMs);
  return phases;
}

/** Nothing is drawn beside the line. */
function shareOf(ms: number, { lengthMs }: TimeLine): number {
  return Math.min(1, Math.max(0, ms / lengthMs));
}
