import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../lib/model/round.ts';
import { createFleet, type Fleet } from '../helpers/fleet.ts';
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
  const times: Date[] = [];
  for (const { name, country, isBlocked } of probes) {
    await lab.setWorld(isBlocked ? { tls: [{ names, action: 'silent' }] } : {});
    const { round, received } = await probe(country);
    expect(round.services).toMatchObject([{ state: isBlocked ? 'blocked' : 'ok' }]);
    for (const server of servers) await passOn(received, server);
    fleet.writeRounds(name, [round]);
    times.push(new Date());
  }
  loadFolder(cluster, fleet.folder);
  const [first, second, third] = times as [Date, Date, Date];

  for (const server of servers) {
    await expect
      .poll(() => server.ask(share, third), { timeout: 30_000 })
      .toEqual({ DE: 1, RU: 0.5 });
    expect(await server.ask(share, second), server.name).toEqual({ DE: 1, RU: 0 });
    expect(await server.ask(share, first), server.name).toEqual({ DE: 1 });
  }
  const shares = (await fleet.ask('share.sql')).map(({ place, share: found }) => [place, found]);
  expect(shares).toEqual([
    ['de', '1'],
    ['ru', '0.5'],
  ]);
  const days = ['--set', 'from=2026-01-01', '--set', 'to=2100-01-01'];
  const csv = psql(cluster, '--csv', '--tuples-only', ...days, '--file', exampleOf('share.sql'));
  const rows = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(rows.map((row) => [row[0], row.at(-1)])).toEqual(shares);
}, 300_000);
