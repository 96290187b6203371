import { rmSync } from 'node:fs';
import { type BrowserHome, createBrowserHome, removeStaleHomes } from './browsers/browser-home.ts';
import { setFamily } from './network/family.ts';
import { whyNoNamespaces } from './network/ip-command.ts';
import { systemResolvers } from './network/known-names.ts';
import {
  createNamespaces,
  type Namespaces,
  removeNamespaces,
  removeStaleNamespaces,
  replaceFilter,
  replaceRoutes,
  setLineRate,
  setLink,
} from './network/namespaces.ts';
import { packetFilterOf } from './network/packet-filter.ts';
import { routesOf } from './network/routes.ts';
import { createTunnel, type Tunnel } from './tunnel/tunnel.ts';
import type { LogEntry, WorldDescription } from './world/description.ts';
import { startWorld, type WorldProcess } from './world/process.ts';

/** A simulated internet with a censor, and a namespace for a browser that reaches no other network. */
export interface Lab {
  /** Replaces the world; resolves when the new one is active and the old connections are cut. */
  setWorld(description: WorldDescription): Promise<void>;
  /** The log of the world's servers since the start or `clearLog`. */
  log(): Promise<LogEntry[]>;
  clearLog(): Promise<void>;
  /** HOME for a browser, with a trust store that contains the lab's authority. */
  home: string;
  /** The authority's certificate as a PEM file. */
  authorityFile: string;
  /** Runs Chromium inside the browser's namespace; usable as Playwright's `executablePath`. */
  chromiumPath: string;
  /** Runs Firefox inside the browser's namespace. */
  firefoxPath: string;
  /** Wraps a command so that it runs inside the browser's namespace with HOME set. */
  inside(command: string[]): string[];
  linkDown(): void;
  linkUp(): void;
  /** Switches the world's tunnel on or off, as a person does; old connections are not cut. */
  tunnelUp(): Promise<void>;
  tunnelDown(): Promise<void>;
  close(): Promise<void>;
}

export interface LabOptions {
  world?: WorldDescription;
  /** The browser that `chromiumPath` starts. */
  chromium?: string;
  /** The browser that `firefoxPath` starts. */
  firefox?: string;
}

const open = new Map<number, () => void>();
let lastIndex = 0;

/** Builds a lab with an open internet. Throws a one-line error if that is impossible. */
export async function createLab(options: LabOptions = {}): Promise<Lab> {
  const obstacle = whyNoNamespaces();
  if (obstacle) throw new Error(obstacle);
  removeStaleNamespaces();
  removeStaleHomes();
  watchForExit();
  lastIndex += 1;
  const index = lastIndex;
  const namespaces = createNamespaces(index, systemResolvers[0] ?? '');
  const parts: { process?: WorldProcess; home?: BrowserHome } = {};
  const close = (): void => {
    open.delete(index);
    parts.process?.stop();
    removeNamespaces(namespaces);
    // A browser that was just killed may still be writing.
    if (parts.home) rmSync(parts.home.path, { recursive: true, force: true, maxRetries: 5 });
  };
  open.set(index, close);
  try {
    parts.process = await startWorld(namespaces.world);
    parts.home = createBrowserHome({
      index,
      authority: parts.process.authority,
      namespace: namespaces.browser,
      chromium: options.chromium ?? '/usr/bin/chromium',
      firefox: options.firefox ?? '/usr/bin/firefox-esr',
    });
    const lab = assemble(namespaces, { process: parts.process, home: parts.home, close });
    await lab.setWorld(options.world ?? {});
    return lab;
  } catch (error) {
    close();
    throw error;
  }
}

function assemble(
  namespaces: Namespaces,
  { process, home, close }: { process: WorldProcess; home: BrowserHome; close: () => void },
): Lab {
  const tunnel = createTunnel(namespaces, home.path);
  const replaceWorld = createReplacement(namespaces, { process, tunnel });
  return {
    setWorld: replaceWorld,
    log: () => process.log(),
    clearLog: () => process.clearLog(),
    home: home.path,
    authorityFile: home.authorityFile,
    chromiumPath: home.chromiumPath,
    firefoxPath: home.firefoxPath,
    inside: (command) => [
      'ip',
      'netns',
      'exec',
      namespaces.browser,
      'env',
      `HOME=${home.path}`,
      ...command,
    ],
    ...linkOf(namespaces),
    tunnelUp: () => tunnel.up(),
    tunnelDown: () => tunnel.down(),
    async close() {
      close();
    },
  };
}

function createReplacement(
  namespaces: Namespaces,
  { process, tunnel }: { process: WorldProcess; tunnel: Tunnel },
): (description: WorldDescription) => Promise<void> {
  let routes: string[] = [];
  const noFilter = packetFilterOf({});
  let filter = noFilter;
  let rate: number | undefined;
  let family: WorldDescription['family'];
  return async (description) => {
    const next = { routes: routesOf(description), filter: packetFilterOf(description) };
    // The servers first, since their resets of old connections still need the old routes.
    if (description.family !== family) {
      setFamily(namespaces, { old: family, new: description.family });
    }
    // A reset that is lost leaves the browser a connection that is open at its end alone.
    if (description.keepsConnections !== true && filter !== noFilter) {
      replaceFilter(namespaces, noFilter);
      filter = noFilter;
    }
    await process.set(description);
    replaceRoutes(namespaces, { old: routes, new: next.routes });
    if (next.filter !== filter) replaceFilter(namespaces, next.filter);
    if (description.bytesPerSecond !== rate) setLineRate(namespaces, description.bytesPerSecond);
    await tunnel.set(description);
    ({ routes, filter } = next);
    family = description.family;
    rate = description.bytesPerSecond;
  };
}

let watching = false;

function watchForExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', closeAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      closeAll();
      // Another listener decides how the process ends; without one, it ends by the signal.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

function closeAll(): void {
  for (const close of open.values()) close();
}

/** Taking up a link that is up does nothing. */
function linkOf(namespaces: Namespaces): Pick<Lab, 'linkDown' | 'linkUp'> {
  let isUp = true;
  return {
    linkDown() {
      isUp = false;
      setLink(namespaces, 'down');
    },
    linkUp() {
      if (!isUp) setLink(namespaces, 'up');
      isUp = true;
    },
  };
}
