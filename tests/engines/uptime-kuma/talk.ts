import { createRequire } from 'node:module';
import path from 'node:path';
import type { Beat, Talk } from './server.ts';

/*
 * Talks to Uptime Kuma as its own page does, by its own library, and writes the answer to standard output. Arguments: the
 * folder of its package, its address, and what is asked for, as JSON.
 */

const [folder = '', url = '', asked = ''] = process.argv.slice(2);

/** What is used of socket.io-client. */
interface Socket {
  on(event: string, listener: (...values: never[]) => void): void;
  emitWithAck(event: string, ...values: unknown[]): Promise<Answer>;
  disconnect(): void;
}

interface Answer {
  ok: boolean;
  msg?: string;
  token?: string;
  monitorID?: number;
  monitor?: { pushToken: string };
}

interface Monitor {
  id: number;
  name: string;
}

interface StoredBeat {
  status: number;
  msg: string;
  ping: number | null;
}

const { io } = createRequire(path.join(folder, 'package.json'))('socket.io-client') as {
  io: (address: string) => Socket;
};

/** It tries again until it connects. */
const socket = io(url);

async function ask(event: string, ...values: unknown[]): Promise<Answer> {
  const given = await socket.emitWithAck(event, ...values);
  if (!given.ok) throw new Error(`${event}: ${given.msg}`);
  return given;
}

async function begin(): Promise<string | undefined> {
  const person = { username: 'person', password: 'a-long-password-1' };
  await ask('setup', person.username, person.password);
  return (await ask('login', person)).token;
}

/** What it lists to who logs in. */
async function listed(token: string): Promise<Monitor[]> {
  const list = new Promise<Monitor[]>((resolve) => {
    socket.on('monitorList', (monitors: Record<string, Monitor>) =>
      resolve(Object.values(monitors)),
    );
  });
  await ask('loginByToken', token);
  return await list;
}

/** The path that it is told at. */
async function keepMonitor({ token, name, seconds }: Extract<Talk, { kind: 'monitor' }>) {
  const known = (await listed(token)).find((monitor) => monitor.name === name);
  if (known !== undefined) {
    const { monitor } = await ask('getMonitor', known.id);
    await ask('editMonitor', { ...monitor, interval: seconds });
    return pathOf(monitor?.pushToken);
  }
  // As its page draws them.
  const pushToken = crypto.randomUUID().replaceAll('-', '').slice(0, 10);
  await ask('add', {
    type: 'push',
    name,
    pushToken,
    interval: seconds,
    retryInterval: seconds,
    maxretries: 0,
    resendInterval: 0,
    notificationIDList: {},
    accepted_statuscodes: ['200-299'],
    kafkaProducerBrokers: [],
    kafkaProducerSaslOptions: {},
  });
  return pathOf(pushToken);
}

function pathOf(pushToken = ''): string {
  return `/api/push/${pushToken}`;
}

/** It tells each monitor's of its own accord after the list. */
async function beats(token: string): Promise<Record<string, Beat[]>> {
  const told = new Map<number, StoredBeat[]>();
  const { promise: isTold, resolve } = Promise.withResolvers<void>();
  let count = Number.POSITIVE_INFINITY;
  socket.on('heartbeatList', (id: string | number, list: StoredBeat[]) => {
    told.set(Number(id), list);
    if (told.size === count) resolve();
  });
  const monitors = await listed(token);
  count = monitors.length;
  if (told.size < count) await isTold;
  return Object.fromEntries(
    monitors.map(({ id, name }) => [name, (told.get(id) ?? []).map(beatOf)]),
  );
}

function beatOf({ status, msg, ping }: StoredBeat): Beat {
  return { status: status === 1 ? 'up' : 'down', msg, ping };
}

function answer(talk: Talk): Promise<unknown> {
  switch (talk.kind) {
    case 'begin':
      return begin();
    case 'monitor':
      return keepMonitor(talk);
    case 'beats':
      return beats(talk.token);
    default:
      return talk satisfies never;
  }
}

process.stdout.write(JSON.stringify(await answer(JSON.parse(asked) as Talk)));
socket.disconnect();
