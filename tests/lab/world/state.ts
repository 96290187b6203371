import type { Socket } from 'node:net';
import { addressesOf, containsAddress, expandTargets, knownNames } from '../network/addresses.ts';
import type {
  AddressRule,
  LogEntry,
  SocketRule,
  TlsRule,
  WorldDescription,
} from './description.ts';
import type { Passage } from './splice.ts';

/** The current world; servers read it for each connection and query. */
export interface WorldState {
  description: WorldDescription;
  log: LogEntry[];
  /** TCP connections from the browser. */
  sockets: Set<Socket>;
  /** Names that were queried, in addition to those known from the start. */
  askedNames: Set<string>;
  /** Times of the ClientHellos, by name, in this world. */
  greetings: Map<string, number[]>;
  /** Until when a rule blocks names after too many ClientHellos. */
  frozen: Map<TlsRule, Map<string, number>>;
  /** Until when callers get no answer from an address after a censor hit them there. */
  residuals: Map<string, number>;
  /** How often a rule on WebSockets has acted. */
  acts: Map<SocketRule, number>;
  /** TLS connections that got through, by the name in their ClientHello. */
  passages: Set<Passage & { name: string | undefined }>;
}

export function createState(): WorldState {
  return {
    description: {},
    log: [],
    sockets: new Set(),
    askedNames: new Set(),
    greetings: new Map(),
    frozen: new Map(),
    residuals: new Map(),
    acts: new Map(),
    passages: new Set(),
  };
}

/** Replaces the world and cuts all connections of the old one, unless the new one keeps them. */
export function setDescription(state: WorldState, description: WorldDescription): void {
  state.description = description;
  state.greetings.clear();
  state.frozen.clear();
  state.residuals.clear();
  state.acts.clear();
  if (description.keepsConnections === true) return;
  for (const socket of state.sockets) socket.resetAndDestroy();
}

/** The name whose server answers at an address; its certificate names it without SNI. */
export function ownerOf(state: WorldState, address: string): string | undefined {
  const names = [
    ...Object.keys(state.description.addresses ?? {}),
    ...knownNames,
    ...state.askedNames,
  ];
  return names.find((name) => addressesOf(name, state.description).includes(address));
}

/** The action of the first rule that matches an address. */
export function addressActionFor(
  { description }: WorldState,
  address: string,
): AddressRule['action'] | undefined {
  return description.addressRules?.find(({ targets }) =>
    containsAddress(expandTargets(targets, description), address),
  )?.action;
}

/** Adds an entry and returns it, so that later facts can be filled in. */
export function record(state: WorldState, entry: Omit<LogEntry, 'time'>): LogEntry {
  const complete = { time: Date.now(), ...entry };
  state.log.push(complete);
  return complete;
}

/** Waits for the world's latency. */
export async function delay(state: WorldState): Promise<void> {
  const { latencyMs } = state.description;
  if (latencyMs) await new Promise((resolve) => setTimeout(resolve, latencyMs));
}
