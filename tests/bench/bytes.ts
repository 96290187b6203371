import { catalog } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { planRound } from '../../lib/round/plan.ts';
import { jitteredMinutes } from '../../lib/round/schedule.ts';
import { perPulse } from '../../lib/round/turns.ts';
import { defaultCheckSettings, defaultInterval } from '../../lib/settings/check-settings.ts';
import { wantedServices } from '../../lib/settings/wanted-services.ts';
import { nextScheduledRound } from '../lab/browsers/alarms.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { forgetNames } from '../lab/browsers/forget-names.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { run } from '../lab/network/clients.ts';
import type { ExitDescription, WorldDescription } from '../lab/world/description.ts';
import type { Benchmark, Figure } from './benchmark.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Chromium contacts these hosts by itself; their bytes do not count for the extension. */
const browserOwn = ['accounts.google.com', 'android.clients.google.com'];
/** With an exit abroad, the look at the route probes a few more sites. */
const abroad: ExitDescription = {
  country: 'NL',
  asn: 64500,
  address: '185.65.134.9',
  hosting: true,
};

/** Bytes of a round with everything reachable, and of a day of rounds. */
export const bytesBenchmark: Benchmark = {
  name: 'bytes',
  async measure() {
    const lab = await createLab();
    const launched = await launchExtension(lab, { build: '.output/chrome-mv3' });
    const { extension } = launched;
    const full = () => extension.check();
    try {
      // Without a full round before it, the first scheduled one is full.
      const scheduled = await measureTraffic({ lab, extension }, () =>
        nextScheduledRound(extension),
      );
      const atHome = await measureTraffic({ lab, extension }, full);
      const away = await measureTraffic({ lab, extension, exit: abroad }, full);
      // Back home, so that the pulse has nothing to confirm.
      await measureTraffic({ lab, extension }, full);
      const pulse = await measureTraffic({ lab, extension }, () => nextScheduledRound(extension));
      assertFull(scheduled.round);
      assertFull(atHome.round);
      assertFull(away.round);
      assertPulse(pulse.round);
      const standings = await extension.read<Standing>('standings');
      return figures({ scheduled, atHome, away, pulse }, standings);
    } finally {
      await launched.close();
      await lab.close();
    }
  },
};

interface Traffic {
  round: Round;
  /** The servers' count: all bytes of the connections in both directions, TLS included. */
  bytes: number;
  connections: number;
  /** The line's count: with packet headers and DNS. */
  onTheLine: number;
}

interface Place {
  lab: Lab;
  extension: Extension;
  exit?: ExitDescription;
}

/** Every connection is new and every name is resolved, as after a quarter of an hour. */
async function measureTraffic(
  { lab, extension, exit }: Place,
  check: () => Promise<Round>,
): Promise<Traffic> {
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

interface Counters {
  stats64: Record<'rx' | 'tx', { bytes: number; packets: number }>;
}

const frameHeaderBytes = 14;

/** Bytes of all IP packets over the browser's interface, in both directions. */
async function lineBytes(lab: Lab): Promise<number> {
  const { stdout } = await run(lab, ['ip', '-s', '-j', 'link', 'show', 'eth0']);
  const [{ stats64 }] = JSON.parse(stdout) as [Counters];
  const { rx, tx } = stats64;
  return rx.bytes + tx.bytes - frameHeaderBytes * (rx.packets + tx.packets);
}

function figures(
  { scheduled, atHome, away, pulse }: Record<'scheduled' | 'atHome' | 'away' | 'pulse', Traffic>,
  standings: readonly Standing[],
): Figure[] {
  const day = busiestDay(standings);
  // Away from home a look at the route asks a few more sites.
  const full = scheduled.bytes + Math.max(0, away.bytes - atHome.bytes);
  return [
    figureOf('a pulse moves', pulse, 110_000),
    figureOf('a scheduled full round moves', scheduled, 700_000),
    figureOf('a round for a person moves, at home', atHome, 900_000),
    figureOf('a round for a person moves, abroad', away, 900_000),
    {
      name: 'a day moves',
      unit: 'bytes',
      measured: day.full * full + day.pulses * pulse.bytes,
      limit: 12_000_000,
      note: `${day.full} full rounds, ${day.pulses} pulses, the busiest of ${simulatedDays} days`,
    },
  ];
}

function figureOf(name: string, { bytes, connections, onTheLine }: Traffic, limit: number): Figure {
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
}

const simulatedDays = 300;

/** The most rounds of many days with jitter by chance. */
function busiestDay(standings: readonly Standing[]): Day {
  const known = new Map(standings.map((standing) => [standing.service, standing]));
  const days = Array.from({ length: simulatedDays }, () => dayOf(known));
  return days.toSorted((one, other) => other.pulses + other.full - one.pulses - one.full)[0] as Day;
}

function dayOf(standings: ReadonlyMap<string, Standing>): Day {
  const count = { full: 0, pulses: 0 };
  let lastFullAt: string | null = null;
  let at = 0;
  while (at < dayMs) {
    const now = new Date(at);
    const plan = planRound({
      id: `${at}`,
      trigger: 'schedule',
      now,
      catalog,
      only: wantedServices(defaultCheckSettings, catalog.services),
      standings,
      lastFullAt,
      keepsSilentMs: 0,
      controlMemory: { usualMs: null, silent: [], answered: [], fellSilent: [] },
      savesData: false,
      random: Math.random,
    });
    count[plan.full ? 'full' : 'pulses'] += 1;
    if (plan.full) lastFullAt = now.toISOString();
    at += jitteredMinutes(defaultInterval, Math.random) * 60_000;
  }
  return count;
}

/** Throws if a round omitted a part or repeated one, since its bytes would be wrong. */
function assertFull(round: Round): void {
  const due = ['https', 'http', 'download', 'upload', 'websocket'];
  const attempts = round.services.flatMap(({ targets }) => targets);
  const probed = new Set(
    attempts.flatMap(({ kind, attempts: made }) => (made.length > 0 ? kind : [])),
  );
  const missing = due.filter((kind) => !probed.has(kind as never));
  const calls = round.network.controls.some(({ group }) => group.startsWith('calls-'));
  if (!calls) missing.push('calls');
  if (round.routing.signals.length === 0) missing.push('route');
  if (missing.length > 0) throw new Error(`The full round omitted: ${missing.join(', ')}.`);
  assertReachable(round);
}

function assertPulse(round: Round): void {
  const targets = round.services.reduce((sum, one) => sum + one.targets.length, 0);
  if (targets !== round.services.length + perPulse) {
    throw new Error(`The pulse probed ${targets} targets.`);
  }
  assertReachable(round);
}

/** Services of the home country are left out of a round that comes from abroad. */
function assertReachable({ services }: Round): void {
  const failing = services.filter(
    ({ roundState, reason }) => roundState !== 'ok' && reason !== 'not-through-detour',
  );
  if (failing.length > 0) {
    throw new Error(`Unreachable: ${failing.map(({ id }) => id).join(', ')}.`);
  }
}
