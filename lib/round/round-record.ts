import type { Attempt } from '../model/attempt.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Gate } from '../model/network.ts';
import type { Plan } from '../model/plan.ts';
import type { AddressProbe, Resolution } from '../model/resolution.ts';

/** Everything that a round has observed so far. */
export interface RoundRecord {
  plan: Plan;
  controls: Map<string, Attempt[]>;
  gates: Gate[];
  targets: Map<string, Attempt[]>;
  addressProbes: AddressProbe[];
  resolutions: Resolution[];
  /** Ids of planned targets that the browser does not let us probe. */
  forbidden: Set<string>;
  /** Names that the browser leaves to a proxy, as was found out; others may be. */
  proxied: Set<string>;
  /** Whether hosts of the home country are not asked, as the route may be a detour. */
  homeSpared: boolean;
  /** Whether they are asked all the same, and show nothing of the line that other hosts are reached over. */
  homeUncounted: boolean;
}

export function emptyRecord(plan: Plan): RoundRecord {
  return {
    plan,
    controls: new Map(),
    gates: [],
    targets: new Map(),
    addressProbes: [],
    resolutions: [],
    forbidden: new Set(),
    proxied: new Set(),
    homeSpared: false,
    homeUncounted: false,
  };
}

/** Rebuilds a record from its journal. Null where the journal holds no round. */
export function replayJournal(entries: readonly JournalEntry[]): RoundRecord | null {
  const first = entries.find((entry) => entry.kind === 'plan');
  if (first === undefined) return null;
  const record = emptyRecord(first.plan);
  for (const entry of entries) noteEntry(record, entry);
  return record;
}

export function noteEntry(record: RoundRecord, entry: JournalEntry): void {
  switch (entry.kind) {
    case 'plan':
      return;
    case 'gate':
      record.gates.push(entry.gate);
      return;
    case 'control':
      append(record.controls, entry.control, entry.attempt);
      return;
    case 'target':
      append(record.targets, entry.target, entry.attempt);
      return;
    case 'address':
      noteAddress(record, entry);
      return;
    case 'resolution':
      record.resolutions.push(entry.resolution);
      return;
    case 'home-spared':
      record.homeSpared = true;
      return;
    case 'home-uncounted':
      record.homeUncounted = true;
      return;
    case 'proxied':
      record.proxied.add(entry.name);
      return;
    case 'forbidden':
      record.forbidden.add(entry.target);
      return;
    default:
      entry satisfies never;
  }
}

function noteAddress(
  record: RoundRecord,
  { name, address, attempt }: Extract<JournalEntry, { kind: 'address' }>,
): void {
  const known = record.addressProbes.find((one) => one.name === name && one.address === address);
  if (known === undefined) record.addressProbes.push({ name, address, attempts: [attempt] });
  else known.attempts.push(attempt);
}

function append(attempts: Map<string, Attempt[]>, id: string, attempt: Attempt): void {
  attempts.set(id, [...(attempts.get(id) ?? []), attempt]);
}
