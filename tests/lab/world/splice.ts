import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TlsAction } from '../world-description.ts';

const sliceMs = 100;

/** Carries bytes both ways between the browser and a server, through the censor's bottleneck. */
export function splice(
  browser: Socket,
  server: Socket,
  { first, action }: { first: Buffer; action: TlsAction | undefined },
): void {
  server.write(first);
  browser.pipe(server);
  void carry(server, browser, action).catch(() => undefined);
  // Either end's death is the other's: by RST where it was RST.
  browser.on('close', () => server.destroy());
  server.on('error', () => browser.destroy());
}

async function carry(
  server: Socket,
  browser: Socket,
  action: TlsAction | undefined,
): Promise<void> {
  if (typeof action === 'object' && 'bytesPerSecond' in action) {
    return trickle(server, browser, action.bytesPerSecond);
  }
  const limit = limitOf(action);
  let passed = 0;
  for await (const chunk of server as AsyncIterable<Buffer>) {
    const part = chunk.subarray(0, limit.bytes - passed);
    passed += part.length;
    await write(browser, part);
    // A frozen connection stays open, and its server goes on talking to nobody.
    if (passed >= limit.bytes && limit.cuts) browser.resetAndDestroy();
  }
  if (passed < limit.bytes) browser.end();
}

function limitOf(action: TlsAction | undefined): { bytes: number; cuts: boolean } {
  if (typeof action === 'object' && 'freezeAfterBytes' in action) {
    return { bytes: action.freezeAfterBytes, cuts: false };
  }
  if (typeof action === 'object' && 'cutAfterBytes' in action) {
    return { bytes: action.cutAfterBytes, cuts: true };
  }
  return { bytes: Number.MAX_SAFE_INTEGER, cuts: false };
}

async function trickle(server: Socket, browser: Socket, bytesPerSecond: number): Promise<void> {
  const step = Math.max(1, Math.round((bytesPerSecond * sliceMs) / 1000));
  for await (const chunk of server as AsyncIterable<Buffer>) {
    for (let offset = 0; offset < chunk.length; offset += step) {
      const part = chunk.subarray(offset, offset + step);
      await write(browser, part);
      await sleep((sliceMs * part.length) / step);
    }
  }
  browser.end();
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (bytes.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
