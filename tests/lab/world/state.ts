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

/** The world as it is now; the servers read it anew for each connection and question. */
export interface WorldState {
  description: WorldDescription;
  log: LogEntry[];
  /** TCP connections from the browser. */
  sockets: Set<Socket>;
  /** Names that were asked for, beside those known from the start. */
  askedNames: Set<string>;
  /** Times of the ClientHellos, by name, in this world. */
  greetings: Map<string, number[]>;
  /** Until when a rule holds names down that were greeted too often. */
  frozen: Map<TlsRule, Map<string, number>>;
  /** How often a rule on WebSockets has acted. */
  acts: Map<SocketRule, number>;
  /** TLS connections that were let through, by the name they were greeted with. */
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
    acts: new Map(),
    passages: new Set(),
  };
}

/** Replaces the world. No connection of the old one outlives it. */
export function setDescription(state: WorldState, description: WorldDescription): void {
  state.description = description;
  state.greetings.clear();
  state.frozen.clear();
  state.acts.clear();
  for (const socket of state.sockets) socket.resetAndDestroy();
}

/** The name whose server answers at an address: what its certificate says without SNI. */
export function ownerOf(state: WorldState, address: string): string | undefined {
  const names = [
    ...Object.keys(state.description.addresses ?? {}),
    ...knownNames,
    ...state.askedNames,
  ];
  return names.find((name) => addressesOf(name, state.description).includes(address));
}

/** What the first rule that means an address does to it. */
export function addressActionFor(
  { description }: WorldState,
  address: string,
): AddressRule['action'] | undefined {
  return description.addressRules?.find(({ targets }) =>
    containsAddress(expandTargets(targets, description), address),
  )?.action;
}

/** Adds an entry and returns it, so that what is learnt later can be filled in. */
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
