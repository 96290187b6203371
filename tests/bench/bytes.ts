import { catalog } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { planRound } from '../../lib/round/plan.ts';
import { jitteredMinutes, roundEveryMinutes } from '../../lib/round/schedule.ts';
import { minutesToNextWatch } from '../../lib/routing/watch.ts';
import { nextScheduledRound, nextWatch } from '../lab/browsers/alarms.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { forgetNames } from '../lab/browsers/forget-names.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { run } from '../lab/network/clients.ts';
import type { ExitDescription, WorldDescription } from '../lab/world/description.ts';
import type { Benchmark, Figure } from './benchmark.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Chromium asks these by itself; what they would say is none of the extension's bytes. */
const browserOwn = ['accounts.google.com', 'android.clients.google.com'];
/** Abroad a few sites more are asked which way traffic takes. */
const abroad: ExitDescription = {
  country: 'NL',
  asn: 64500,
  address: '185.65.134.9',
  hosting: true,
};

/** What a round moves with everything reachable, and a day of them. */
export const bytesBenchmark: Benchmark = {
  name: 'bytes',
  async measure() {
    const lab = await createLab();
    const launched = await launchExtension(lab, { build: '.output/chrome-mv3' });
    const { extension } = launched;
    const full = () => extension.check();
    try {
      await extension.check();
      const atHome = await weigh({ lab, extension }, full);
      const away = await weigh({ lab, extension, exit: abroad }, full);
      // Back home, so that the pulse is one that has nothing to look at again.
      await weigh({ lab, extension }, full);
      const pulse = await weigh({ lab, extension }, () => nextScheduledRound(extension));
      const watchBytes = await weighWatch({ lab, extension });
      mustBeFull(atHome.round);
      mustBeFull(away.round);
      mustBePulse(pulse.round);
      const standings = await extension.read<Standing>('standings');
      return figures({ atHome, away, pulse, watchBytes }, standings);
    } finally {
      await launched.close();
      await lab.close();
    }
  },
};

interface Weighed {
  round: Round;
  /** As the servers count: all of the connections, TLS included, both ways. */
  bytes: number;
  connections: number;
  /** What the line carried: with the headers of packets, and names. */
  onTheLine: number;
}

interface Place {
  lab: Lab;
  extension: Extension;
  exit?: ExitDescription;
}

/** Every connection is new, and every name is asked for, as after a quarter of an hour. */
async function weigh(
  { lab, extension, exit }: Place,
  check: () => Promise<Round>,
): Promise<Weighed> {
  const world: WorldDescription = {
    dns: [{ names: browserOwn, answer: 'nxdomain' }],
    ...(exit && { exit }),
  };
  await lab.setWorld(world);
  await forgetNames(extension.context);
  await lab.clearLog();
  const before = await lineBytes(lab);
  const round = await check();
  const onTheLine = (await lineBytes(lab)) - before;
  const connections = (await lab.log()).filter(({ kind }) => kind === 'tcp');
  const bytes = connections.reduce(
    (sum, { bytesIn = 0, bytesOut = 0 }) => sum + bytesIn + bytesOut,
    0,
  );
  return { round, bytes, connections: connections.length, onTheLine };
}

/** A watch over the connection that the one before has opened; on the line, as it stays open. */
async function weighWatch({ lab, extension }: Place): Promise<number> {
  await nextWatch(extension);
  const before = await lineBytes(lab);
  await nextWatch(extension);
  return (await lineBytes(lab)) - before;
}

interface Counters {
  stats64: Record<'rx' | 'tx', { bytes: number; packets: number }>;
}

const frameHeaderBytes = 14;

/** IP packets that have crossed the browser's interface, both ways, in bytes. */
async function lineBytes(lab: Lab): Promise<number> {
  const { stdout } = await run(lab, ['ip', '-s', '-j', 'link', 'show', 'eth0']);
  const [{ stats64 }] = JSON.parse(stdout) as [Counters];
  const { rx, tx } = stats64;
  return rx.bytes + tx.bytes - frameHeaderBytes * (rx.packets + tx.packets);
}

function figures(
  {
    atHome,
    away,
    pulse,
    watchBytes,
  }: Record<'atHome' | 'away' | 'pulse', Weighed> & { watchBytes: number },
  standings: readonly Standing[],
): Figure[] {
  const full = Math.max(atHome.bytes, away.bytes);
  const day = soonestDay(standings);
  return [
    weightOf('a pulse moves', pulse, 110_000),
    weightOf('a full round moves, at home', atHome, 700_000),
    weightOf('a full round moves, abroad', away, 700_000),
    {
      name: 'a day moves',
      unit: 'bytes',
      measured: day.full * full + day.pulses * pulse.bytes + day.watches * watchBytes,
      limit: 12_000_000,
      note: `${day.full} full rounds, ${day.pulses} pulses, ${day.watches} watches, as soon as they may be`,
    },
  ];
}

function weightOf(name: string, { bytes, connections, onTheLine }: Weighed, limit: number): Figure {
  const line = `${Math.round(onTheLine / 1000)} kB on the line`;
  return {
    name,
    unit: 'bytes',
    measured: bytes,
    limit,
    note: `${connections} connections; ${line}`,
  };
}

interface Day {
  full: number;
  pulses: number;
  /** Of the route, between rounds. */
  watches: number;
}

/** The rounds of a day as they are planned, with the jitter that makes most of them. */
function soonestDay(standings: readonly Standing[]): Day {
  const soonest = () => 0;
  const known = new Map(standings.map((standing) => [standing.service, standing]));
  const watchMs = jitteredMinutes(minutesToNextWatch(0), soonest) * 60_000;
  const count = { full: 0, pulses: 0, watches: Math.ceil(dayMs / watchMs) };
  let lastFullAt: string | null = null;
  const everyMs = jitteredMinutes(roundEveryMinutes, soonest) * 60_000;
  for (let at = 0; at < dayMs; at += everyMs) {
    const now = new Date(at);
    const plan = planRound({
      id: `${at}`,
      trigger: 'schedule',
      now,
      catalog,
      only: null,
      standings: known,
      lastFullAt,
      usualMs: null,
      savesData: false,
      random: Math.random,
    });
    count[plan.full ? 'full' : 'pulses'] += 1;
    if (plan.full) lastFullAt = now.toISOString();
  }
  return count;
}

/** A round that left something out, or looked twice at something, would weigh what it ought not. */
function mustBeFull(round: Round): void {
  const due = ['https', 'http', 'download', 'upload', 'websocket'];
  const attempts = round.services.flatMap(({ targets }) => targets);
  const asked = new Set(
    attempts.flatMap(({ kind, attempts: made }) => (made.length > 0 ? kind : [])),
  );
  const missing = due.filter((kind) => !asked.has(kind as never));
  const calls = round.network.controls.some(({ group }) => group.startsWith('calls-'));
  if (!calls) missing.push('calls');
  if (round.routing.signals.length === 0) missing.push('route');
  if (missing.length > 0) throw new Error(`The full round left out: ${missing.join(', ')}.`);
  mustBeWell(round);
}

function mustBePulse(round: Round): void {
  if (round.services.some(({ targets }) => targets.length !== 1)) {
    throw new Error('The pulse asked more than a sentinel of a service.');
  }
  mustBeWell(round);
}

function mustBeWell({ services }: Round): void {
  const ill = services.filter(({ roundState }) => roundState !== 'ok').map(({ id }) => id);
  if (ill.length > 0) throw new Error(`Not everything was reachable: ${ill.join(', ')}.`);
}
