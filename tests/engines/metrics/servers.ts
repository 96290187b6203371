import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A database for metrics on this computer, gone with its folder. */
export interface MetricsServer {
  name: 'Prometheus' | 'VictoriaMetrics';
  /** The address that an upload is given, before `/v1/metrics`. */
  otlp: string;
  /** The value of a PromQL query at a time, by the label `home_country`. */
  ask(query: string, at: Date): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

interface Program {
  command: string;
  parameters: (folder: string, address: string) => string[];
  readyPath: string;
}

const prometheus: Program = {
  command: 'prometheus',
  parameters(folder, address) {
    const configuration = path.join(folder, 'prometheus.yml');
    writeFileSync(configuration, 'storage:\n  tsdb:\n    out_of_order_time_window: 1h\n');
    return [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${folder}`,
      `--web.listen-address=${address}`,
      '--web.enable-remote-write-receiver',
    ];
  },
  readyPath: '/-/ready',
};

/** Passes on to Prometheus: Debian's is built without its receiver for OTLP. */
const agentFor = (prometheusUrl: string): Program => ({
  command: 'vmagent',
  parameters: (folder, address) => [
    `-httpListenAddr=${address}`,
    `-remoteWrite.url=${prometheusUrl}/api/v1/write`,
    `-remoteWrite.tmpDataPath=${folder}`,
    '-remoteWrite.forcePromProto',
    '-opentelemetry.usePrometheusNaming',
  ],
  readyPath: '/health',
});

const victoriaMetrics: Program = {
  command: 'victoria-metrics',
  parameters: (folder, address) => [
    `-storageDataPath=${folder}`,
    `-httpListenAddr=${address}`,
    '-opentelemetry.usePrometheusNaming',
    // What was just sent is to be found at once.
    '-search.latencyOffset=0s',
  ],
  readyPath: '/health',
};

/** @throws {Error} where it does not come up within half a minute */
export async function startPrometheus(): Promise<MetricsServer> {
  const database = await start(prometheus);
  const agent = await start(agentFor(database.url));
  return {
    name: 'Prometheus',
    otlp: `${agent.url}/opentelemetry`,
    ask: (query, at) => ask(database.url, query, at),
    async stop() {
      await agent.stop();
      await database.stop();
    },
  };
}

/** @throws {Error} where it does not come up within half a minute */
export async function startVictoriaMetrics(): Promise<MetricsServer> {
  const database = await start(victoriaMetrics);
  return {
    name: 'VictoriaMetrics',
    otlp: `${database.url}/opentelemetry`,
    ask: (query, at) => ask(database.url, query, at),
    stop: () => database.stop(),
  };
}

async function start({
  command,
  parameters,
  readyPath,
}: Program): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-metrics-'));
  const address = `127.0.0.1:${await freePort()}`;
  const running = spawn(command, parameters(folder, address), { stdio: 'ignore' });
  const stop = async () => {
    running.kill('SIGKILL');
    if (running.exitCode === null) await once(running, 'exit');
    rmSync(folder, { recursive: true, maxRetries: 5 });
  };
  const url = `http://${address}`;
  try {
    await untilReady(running, url + readyPath);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function untilReady(running: ChildProcess, url: string): Promise<void> {
  const endsAt = Date.now() + 30_000;
  while (Date.now() < endsAt) {
    if (running.exitCode !== null) throw new Error(`it ended with status ${running.exitCode}`);
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error('it did not come up');
}

interface Answer {
  data: { result: { metric: { home_country: string }; value: [number, string] }[] };
}

async function ask(url: string, query: string, at: Date): Promise<Record<string, number>> {
  const parameters = new URLSearchParams({ query, time: at.toISOString() });
  const response = await fetch(`${url}/api/v1/query?${parameters}`);
  if (!response.ok) throw new Error(await response.text());
  const { data } = (await response.json()) as Answer;
  return Object.fromEntries(
    data.result.map(({ metric, value }) => [metric.home_country, Number(value[1])]),
  );
}
