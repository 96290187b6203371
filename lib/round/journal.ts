import type { Plan } from './plan.ts';
import type { AddressProbe, Attempt, Gate } from './types.ts';

/** What a running round writes down as it goes, so that the worker may die at any time. */
export type JournalEntry =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'control'; control: string; attempt: Attempt }
  | { kind: 'gate'; gate: Gate }
  | { kind: 'target'; target: string; attempt: Attempt }
  | { kind: 'address'; name: string; address: string; attempt: Attempt };

/** A round as far as it had come. */
export interface RoundRecord {
  plan: Plan;
  controls: Map<string, Attempt[]>;
  gates: Gate[];
  targets: Map<string, Attempt[]>;
  addressProbes: AddressProbe[];
}

export function emptyRecord(plan: Plan): RoundRecord {
  return { plan, controls: new Map(), gates: [], targets: new Map(), addressProbes: [] };
}

/** Null where the journal holds no round. */
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
