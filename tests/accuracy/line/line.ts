import type { Random } from '../time/random.ts';
import { dataTriesMs, exchange, flight, type ResolverHabit, synTriesMs } from './delivery.ts';
import type { Loss } from './loss.ts';

/** A way to the network, with its delays and losses. All answers are milliseconds from the start. */
export interface Line {
  /** `Infinity` where no try got through. */
  resolve(atMs: number): number;
  connect(atMs: number, host: string): number;
  /** Some packets there and some back, once the connection stands. */
  converse(atMs: number, host: string, packets: Packets): number;
  resolver: ResolverHabit;
  /** Connections that are open at the moment share the line. */
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
  /** Median of the time there and back, in milliseconds; may change with time. */
  roundTripMs: (atMs: number) => number;
  /** How far single times spread around it (sigma of a log-normal distribution). */
  jitter: number;
  bitsPerSecond: number;
}

/** The name server stands nearer than the rest, and its packets are lost on the same line. */
const nameServer = 'name server';
const packetBits = 1_400 * 8;

export function createLine(options: LineOptions): Line {
  const { random, isLost, resolver, bitsPerSecond } = options;
  const share = { connections: 0 };
  const sample = (atMs: number) => random.spread(options.roundTripMs(atMs), options.jitter);

  return {
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
  };

  function sendingMs(packets: number): number {
    return (packets * packetBits * 1_000 * Math.max(1, share.connections)) / bitsPerSecond;
  }
}
