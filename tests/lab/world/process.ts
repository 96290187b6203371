import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LogEntry, WorldDescription } from './description.ts';
import type { WorldReply, WorldRequest } from './messages.ts';

const startTimeoutMs = 20_000;
const replyTimeoutMs = 10_000;

export interface WorldProcess {
  /** The certificate of the authority that the browser trusts, as PEM. */
  authority: string;
  set(world: WorldDescription): Promise<void>;
  log(): Promise<LogEntry[]>;
  clearLog(): Promise<void>;
  stop(): void;
}

/** Starts the servers of a world inside a namespace; resolves when all listen. */
export async function startWorld(namespace: string): Promise<WorldProcess> {
  const script = fileURLToPath(new URL('./world.ts', import.meta.url));
  const child = spawn('ip', ['netns', 'exec', namespace, process.execPath, script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // The caller's Node options, such as loaders, must not apply to the world's process.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ready = await nextReply(child, ({ kind }) => kind === 'ready', startTimeoutMs);
  // An unclosed lab must not keep the process alive; a pending request must.
  child.unref();
  child.channel?.unref();
  let lastId = 0;
  let pending = 0;

  return {
    authority: ready.kind === 'ready' ? ready.authority : '',
    async set(world) {
      await ask({ kind: 'set', world });
    },
    async log() {
      return (await ask({ kind: 'log' })).log ?? [];
    },
    async clearLog() {
      await ask({ kind: 'clear-log' });
    },
    stop() {
      child.kill('SIGKILL');
    },
  };

  async function ask(request: Question): Promise<Extract<WorldReply, { kind: 'done' }>> {
    lastId += 1;
    const id = lastId;
    const reply = nextReply(
      child,
      (message) => 'id' in message && message.id === id,
      replyTimeoutMs,
    );
    pending += 1;
    child.channel?.ref();
    child.send({ ...request, id });
    const message = await reply.finally(() => {
      pending -= 1;
      if (pending === 0) child.channel?.unref();
    });
    if (message.kind !== 'done') throw new Error('The world answered another question.');
    return message;
  }
}

type Question = WorldRequest extends infer Request
  ? Request extends WorldRequest
    ? Omit<Request, 'id'>
    : never
  : never;

async function nextReply(
  child: ChildProcess,
  isMeant: (reply: WorldReply) => boolean,
  timeoutMs: number,
): Promise<WorldReply> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(timeoutMs)]);
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('The world’s process has ended; its standard error says why.');
  });
  const replied = new Promise<WorldReply>((resolve) => {
    const listener = (message: WorldReply): void => {
      if (isMeant(message)) resolve(message);
    };
    child.on('message', listener);
    signal.addEventListener('abort', () => child.off('message', listener), { once: true });
  });
  try {
    return await Promise.race([replied, ended]);
  } finally {
    done.abort();
    await ended.catch(() => undefined);
  }
}
