import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TlsAction } from './description.ts';

const sliceMs = 100;

export interface SpliceOptions {
  /** The bytes that the browser has already sent. */
  first: Buffer;
  action: TlsAction | undefined;
  /** Called when a byte limit is reached. */
  onLimit: () => void;
}

/** Carries bytes both ways for as long as the censor allows. */
export interface Passage {
  /** From now on discards all bytes, or cuts with RST. */
  stop(how: 'freeze' | 'reset'): void;
}

interface Ends {
  browser: Socket;
  server: Socket;
  /** The connection stays open, but no byte arrives any more. */
  frozen: boolean;
}

/** Carries bytes both ways between the browser and a server, through the censor's bottleneck. */
export function splice(browser: Socket, server: Socket, options: SpliceOptions): Passage {
  const ends: Ends = { browser, server, frozen: false };
  const { first } = options;
  const passage: Passage = {
    stop(how) {
      ends.frozen = true;
      if (how === 'reset') browser.resetAndDestroy();
    },
  };
  void carryUp(ends, first, bottleneck('up', passage, options)).catch(() => undefined);
  void carryDown(ends, bottleneck('down', passage, options)).catch(() => undefined);
  // When either end closes, so does the other: with RST if it was RST.
  browser.on('close', () => server.destroy());
  server.on('error', () => browser.destroy());
  return passage;
}

interface Limit {
  bytes: number;
  reached(): void;
}

/** In one direction. */
interface Bottleneck extends Limit {
  bytesPerSecond?: number | undefined;
}

function bottleneck(
  direction: 'up' | 'down',
  passage: Passage,
  options: SpliceOptions,
): Bottleneck {
  const { action } = options;
  const slows =
    typeof action === 'object' &&
    'bytesPerSecond' in action &&
    (action.direction ?? 'down') === direction;
  const bytesPerSecond = slows ? action.bytesPerSecond : undefined;
  return { ...limitOf(direction, passage, options), bytesPerSecond };
}

function limitOf(direction: 'up' | 'down', passage: Passage, options: SpliceOptions): Limit {
  const { action, onLimit } = options;
  const none = { bytes: Number.MAX_SAFE_INTEGER, reached: () => {} };
  if (typeof action !== 'object' || 'bytesPerSecond' in action) return none;
  const reached = (how: 'freeze' | 'reset') => () => {
    onLimit();
    passage.stop(how);
  };
  if ('cutAfterBytes' in action) {
    return direction === 'down' ? { bytes: action.cutAfterBytes, reached: reached('reset') } : none;
  }
  if ((action.direction ?? 'down') !== direction) return none;
  return { bytes: action.freezeAfterBytes, reached: reached('freeze') };
}

async function carryUp(ends: Ends, first: Buffer, limit: Bottleneck): Promise<void> {
  let passed = 0;
  const carry = async (chunk: Buffer): Promise<void> => {
    if (ends.frozen) return;
    const part = chunk.subarray(0, limit.bytes - passed);
    passed += part.length;
    await carryPart(ends.server, part, { ends, ...limit });
    if (passed >= limit.bytes) limit.reached();
  };
  await carry(first);
  // A browser that has sent everything still reads: its socket must outlive the loop.
  const rest: AsyncIterable<Buffer> = ends.browser.iterator({ destroyOnReturn: false });
  for await (const chunk of rest) await carry(chunk);
  if (!ends.frozen) ends.server.end();
}

async function carryDown(ends: Ends, limit: Bottleneck): Promise<void> {
  let passed = 0;
  for await (const chunk of ends.server as AsyncIterable<Buffer>) {
    if (ends.frozen) continue;
    const part = chunk.subarray(0, limit.bytes - passed);
    passed += part.length;
    await carryPart(ends.browser, part, { ends, ...limit });
    if (passed >= limit.bytes) limit.reached();
  }
  if (!ends.frozen) ends.browser.end();
}

interface Carrying extends Pick<Bottleneck, 'bytesPerSecond'> {
  ends: Ends;
}

async function carryPart(
  to: Socket,
  chunk: Buffer,
  { ends, bytesPerSecond }: Carrying,
): Promise<void> {
  if (bytesPerSecond === undefined) return write(to, chunk);
  const step = Math.max(1, Math.round((bytesPerSecond * sliceMs) / 1000));
  for (let offset = 0; offset < chunk.length && !ends.frozen; offset += step) {
    const part = chunk.subarray(offset, offset + step);
    await write(to, part);
    await sleep((sliceMs * part.length) / step);
  }
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (bytes.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
