import type { JournalEntry } from '../model/journal.ts';
import type { ProbeHttp } from '../observe/http.ts';
import type { ProbeSocket } from '../observe/socket.ts';
import type { ProbeStun } from '../observe/stun.ts';
import type { Limits } from './limits.ts';
import type { RoutingTools } from './route/route-tools.ts';

/** One probe of each kind: it asks, and reads what came. */
export interface Probes {
  probe: ProbeHttp;
  /** The same for attempts that take longer than a background worker may wait. */
  probeSlowly: ProbeHttp;
  /**
   * The same over a connection of its own, with a name looked up anew; a later attempt of the round may use the
   * connection of an earlier one. Left out in browsers that cannot.
   */
  probeFreshly?: ProbeHttp;
  /** Whether a URL may be asked so; every one where left out. */
  mayProbeFreshly?: (url: string) => boolean;
  probeSocket: ProbeSocket;
  probeStun: ProbeStun;
}

/** `all` includes those inside the country. */
export type CallServers = 'none' | 'foreign' | 'all';

/** What a round needs of the outside world. */
export interface RoundTools extends Probes {
  limits: Limits;
  /**
   * So long, in milliseconds, the browser goes on using a connection that fell silent; left out where no longer than
   * a stalled transfer is waited for.
   */
  keepsSilentMs?: number;
  /** The browser repeats a silent handshake by itself, so that no wait, however long, shows the layer. */
  hidesSilentLayer?: boolean;
  /** The browser does not say whether it left a request to a proxy. */
  hidesProxy?: boolean;
  /** Whether the failure of an `OPTIONS` request shows if the connection stood; the browser can send none if left out. */
  tellsConnected?: boolean;
  now: () => Date;
  /** Rejects when the signal is aborted. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Whether the browser lets us probe a URL. */
  isPermitted: (url: string) => Promise<boolean>;
  /** The browser's view of the link: false is reliable, true is not. */
  isOnline: () => boolean;
  /** Whether the person asked the browser to save data. */
  savesData: () => boolean;
  /** Whether the person lets hosts of the home country be asked where the route may be a detour. */
  asksThroughDetour: () => Promise<boolean>;
  /** The STUN servers that the person lets us ask. */
  callServers: () => Promise<CallServers>;
  /** Left out where no route is to be inferred. */
  routing?: RoutingTools;
  writeJournal: (entry: JournalEntry) => Promise<void>;
}
