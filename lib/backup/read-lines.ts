import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { BackupCounts } from '../model/backup.ts';
import { issueOfField } from '../model/schema-issue.ts';
import { gunzip } from './gunzip.ts';
import { BackupUnfit, shown, unfitLine } from './problem.ts';
import {
  type BackupEnd,
  type BackupLine,
  backupSchema,
  type LineKind,
  lineSchemas,
} from './schema/line.ts';
import { type Bounds, type Line, splitLines, usualBounds } from './split-lines.ts';

/** Which kinds of lines may follow one; null: may begin. */
const following: Record<LineKind | 'nothing', readonly LineKind[]> = {
  nothing: ['schema'],
  schema: ['settings'],
  settings: ['facts'],
  facts: ['round', 'summary', 'end'],
  round: ['round', 'summary', 'end'],
  summary: ['round', 'summary', 'end'],
  end: [],
};

/**
 * The lines of a backup, one after the other, each checked.
 * @throws BackupUnfit at the first thing that is wrong; the last line tells whether all of it came
 */
export async function* readLines(
  file: Blob,
  bounds: Bounds = usualBounds,
): AsyncGenerator<BackupLine> {
  const hash = sha256.create();
  const counts: BackupCounts = { rounds: 0, summaries: 0, transitions: 0 };
  const ids = new Set<string>();
  let before: LineKind | 'nothing' = 'nothing';
  let last = 0;
  for await (const line of splitLines(gunzip(file), bounds)) {
    const read = readLine(line, before);
    if (read.kind === 'end') expectEnd(line.number, read.value.end, { counts, hash });
    if (read.kind === 'round') expectNew(line.number, read.value.round.id, ids);
    add(counts, read);
    hash.update(line.bytes).update(newLine);
    before = read.kind;
    last = line.number;
    yield read;
  }
  if (before !== 'end') throw new BackupUnfit(last, 'end');
}

const newLine = Uint8Array.of(0x0a);

function readLine({ number, bytes }: Line, before: LineKind | 'nothing'): BackupLine {
  const found = parse(number, bytes);
  const kind = Object.keys(found).find(isKind);
  const allowed = following[before];
  if (kind === undefined || !allowed.includes(kind)) {
    if (before === 'nothing') throw unfitHeader(found);
    const detail = allowed.join(', ');
    throw new BackupUnfit(number, 'order', { found: shown(Object.keys(found)[0]), detail });
  }
  if (kind === 'schema' && found.schema !== backupSchema) throw unfitHeader(found);
  const result = v.safeParse(lineSchemas[kind], found, { abortEarly: true });
  if (!result.success) {
    const issue = issueOfField(lineSchemas[kind], found, result.issues[0]);
    throw unfitLine(number, issue, v.getDotPath<never>(issue as never) ?? '');
  }
  // Rounds stay as they were recorded, with the order of their fields; of settings, only what is known counts.
  const value = kind === 'settings' ? result.output : found;
  return { kind, value } as BackupLine;
}

function isKind(name: string): name is LineKind {
  return Object.hasOwn(lineSchemas, name);
}

function parse(line: number, bytes: Uint8Array): Record<string, unknown> {
  const text = decode(line, bytes);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new BackupUnfit(line, 'json', { found: shown(text) });
  }
  if (typeof found === 'object' && found !== null) return found as Record<string, unknown>;
  throw new BackupUnfit(line, 'json', { found: shown(text) });
}

function decode(line: number, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BackupUnfit(line, 'text');
  }
}

/** Whether it is another file, or a backup of a later version. */
function unfitHeader({ schema }: Record<string, unknown>): BackupUnfit {
  const [, version = ''] =
    (typeof schema === 'string' && /^dozvon\.backup\/(\d+)$/.exec(schema)) || [];
  const rule = Number(version) > 1 ? 'newer' : 'schema';
  return new BackupUnfit(1, rule, { field: 'schema', found: shown(schema) });
}

function expectNew(line: number, id: string, ids: Set<string>): void {
  if (ids.has(id)) throw new BackupUnfit(line, 'once', { field: 'round.id', found: shown(id) });
  ids.add(id);
}

function add(counts: BackupCounts, { kind, value }: BackupLine): void {
  if (kind !== 'round' && kind !== 'summary') return;
  counts[kind === 'round' ? 'rounds' : 'summaries'] += 1;
  counts.transitions += value.transitions?.length ?? 0;
}

function expectEnd(
  line: number,
  end: BackupEnd,
  { counts, hash }: { counts: BackupCounts; hash: { clone(): { digest(): Uint8Array } } },
): void {
  for (const kind of ['rounds', 'summaries', 'transitions'] as const) {
    if (end[kind] === counts[kind]) continue;
    const part = { field: `end.${kind}`, found: shown(end[kind]), detail: String(counts[kind]) };
    throw new BackupUnfit(line, 'counts', part);
  }
  if (end.sha256 !== bytesToHex(hash.clone().digest())) {
    throw new BackupUnfit(line, 'sum', { field: 'end.sha256', found: shown(end.sha256) });
  }
}
