import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../lib/model/round.ts';
import { createFleet, type Fleet, type Row } from '../helpers/fleet.ts';
import { bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { type ReceivedUpload, startReceiver } from '../lab/browsers/start-receiver.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { type MetricsServer, startPrometheus, startVictoriaMetrics } from './metrics/servers.ts';
import {
  type Cluster,
  createDatabase,
  exampleOf,
  loadFolder,
  psql,
  startCluster,
} from './postgres/cluster.ts';

/** In all of them the extension may contact any site, so that no question has to be answered. */
const build = '.output/chrome-mv3-research';

const names = ['.whatsapp.com', '.whatsapp.net'];

let lab: Lab;
let servers: MetricsServer[] = [];
let cluster: Cluster;
let fleet: Fleet;

beforeAll(async () => {
  lab = await createLab();
  servers = [await startPrometheus(), await startVictoriaMetrics()];
  cluster = startCluster();
  createDatabase(cluster);
  fleet = createFleet();
});
afterAll(async () => {
  await lab.close();
  for (const server of servers) await server.stop();
  cluster.stop();
  fleet.remove();
});

/** A probe checks once in a new browser, and uploads what it found; returns the check and what arrived. */
async function probe(country: string): Promise<{ round: Round; received: ReceivedUpload[] }> {
  const receiver = await startReceiver(lab);
  const launched = await launchExtension(lab, { build, permitsRoute: false });
  const { extension } = launched;
  try {
    const upload = {
      kind: 'otlp' as const,
      url: receiver.url,
      signals: ['metrics' as const],
      encoding: 'protobuf' as const,
      authorization: null,
      label: null,
      country,
      routing: false,
    };
    await extension.ask('changeUpload', { upload });
    const round = await extension.check(['whatsapp']);
    await expect.poll(() => secondsTo(extension, 'upload')).not.toBeNull();
    await bringForward(extension, 'upload');
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
    return { round, received: receiver.received };
  } finally {
    await launched.close();
    receiver.stop();
  }
}

/** Passes on what a browser sent, byte for byte, as a collector does. */
async function passOn(received: readonly ReceivedUpload[], { otlp }: MetricsServer): Promise<void> {
  for (const { path, headers, body } of received) {
    const response = await fetch(otlp + path, {
      method: 'POST',
      headers: { 'content-type': headers['content-type'] ?? '' },
      body: Buffer.from(body, 'base64'),
    });
    expect(response.ok, await response.text()).toBe(true);
  }
}

/** Which share of a country's probes saw WhatsApp blocked, by what each of them said last. */
const share =
  'avg by (home_country) (sum without (state) (last_over_time(dozvon_service_state{service="whatsapp",state=~"blocked|likely_blocked"}[1h])))';

it('tells which share of probes sees WhatsApp blocked, by country, over time, the same in all engines', async () => {
  const probes = [
    { name: 'de-north-1', country: 'DE', isBlocked: true },
    { name: 'ru-north-1', country: 'RU', isBlocked: false },
    { name: 'ru-north-2', country: 'RU', isBlocked: true },
  ];
  const seen: { at: Date; shares: Record<string, number> }[] = [];
  for (const { name, country, isBlocked } of probes) {
    await lab.setWorld(isBlocked ? { tls: [{ names, action: 'silent' }] } : {});
    const { round, received } = await probe(country);
    expect(round.services).toMatchObject([{ state: isBlocked ? 'blocked' : 'ok' }]);
    for (const server of servers) await passOn(received, server);
    fleet.writeRounds(name, [round]);
    loadFolder(cluster, fleet.folder);
    const shares = sharesOf(await fleet.ask('share.sql'));
    expect(sharesInPostgres()).toEqual(shares);
    seen.push({ at: new Date(), shares });
  }
  expect(seen.map(({ shares }) => shares)).toEqual([
    { DE: 1 },
    { DE: 1, RU: 0 },
    { DE: 1, RU: 0.5 },
  ]);

  for (const server of servers) {
    // What came last is found a while later.
    for (const { at, shares } of seen.toReversed()) {
      await expect
        .poll(() => server.ask(share, at), { timeout: 30_000, message: server.name })
        .toEqual(shares);
    }
  }
}, 300_000);

/** By country, as rows of share.sql tell it of the one day that there is. */
function sharesOf(rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(
    rows.map(({ place = '', share: found }) => [place.toUpperCase(), Number(found)]),
  );
}

function sharesInPostgres(): Record<string, number> {
  const days = ['--set', 'from=2026-01-01', '--set', 'to=2100-01-01'];
  const csv = psql(cluster, '--csv', ...days, '--file', exampleOf('share.sql'));
  return sharesOf(Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data);
}
