import type { Random } from '../time/random.ts';
import {
  dataTriesMs,
  exchange,
  flight,
  type ResolverHabit,
  stream,
  synTriesMs,
} from './delivery.ts';
import type { Loss } from './loss.ts';

/** A link to the network, with delays and losses. All results are milliseconds from the start. */
export interface Line {
  /** `Infinity` if no try got through. */
  resolve(atMs: number): number;
  connect(atMs: number, host: string): number;
  /** Sends some packets each way over an open connection. */
  converse(atMs: number, host: string, packets: Packets): number;
  /** Carries many packets in one direction; when each came with all before it. */
  carry(atMs: number, host: string, packets: number): number[];
  resolver: ResolverHabit;
  /** What it was made of. */
  options: LineOptions;
  /** All open connections share the line. */
  share: { connections: number };
}

export interface Packets {
  out: number;
  back: number;
}

export interface LineOptions {
  random: Random;
  isLost: Loss;
  resolver: ResolverHabit;
  /** Median round-trip time, in milliseconds; may change over time. */
  roundTripMs: (atMs: number) => number;
  /** Spread of single round-trip times around it (sigma of a log-normal distribution). */
  jitter: number;
  bitsPerSecond: number;
}

/** The payload of a packet. */
export const packetBytes = 1_400;
/** The name server is closer than other hosts; its packets get lost on the same line. */
const nameServer = 'name server';
const packetBits = packetBytes * 8;

export function createLine(options: LineOptions): Line {
  const { random, isLost, resolver, bitsPerSecond } = options;
  const share = { connections: 0 };
  const sample = (atMs: number) => random.spread(options.roundTripMs(atMs), options.jitter);

  return {
    options,
    resolver,
    share,
    resolve(atMs) {
      const lost = (offset: number) => isLost(atMs + offset, nameServer);
      return exchange(resolver.triesMs, sample(atMs), lost);
    },
    connect(atMs, host) {
      return exchange(synTriesMs, sample(atMs), (offset) => isLost(atMs + offset, host));
    },
    converse(atMs, host, { out, back }) {
      const roundTripMs = sample(atMs);
      const tries = dataTriesMs(roundTripMs);
      const there = flight(out, tries, (offset) => isLost(atMs + offset, host));
      const answeredMs = there + roundTripMs;
      if (!Number.isFinite(answeredMs)) return answeredMs;
      const home = flight(back, tries, (offset) => isLost(atMs + answeredMs + offset, host));
      return answeredMs + home + sendingMs(out + back);
    },
    carry(atMs, host, packets) {
      const arrivals = stream(packets, sample(atMs), (offset) => isLost(atMs + offset, host));
      return arrivals.map((each, index) => each + sendingMs(index + 1));
    },
  };

  function sendingMs(packets: number): number {
    return (packets * packetBits * 1_000 * Math.max(1, share.connections)) / bitsPerSecond;
  }
}
