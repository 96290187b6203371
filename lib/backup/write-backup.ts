import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gzip } from '../export/gzip.ts';
import type { HistoryFacts } from '../history/build.ts';
import type { HistoryEntry } from '../history/entry.ts';
import type { BackupCounts } from '../model/backup.ts';
import { newestNotes } from './merge-facts.ts';
import type { BackupEnd, BackupHeader } from './schema/line.ts';
import type { BackedUpSettings } from './schema/settings.ts';

/** All that a backup has. */
export interface BackupContent {
  header: Omit<BackupHeader, 'schema'>;
  settings: BackedUpSettings;
  facts: HistoryFacts;
  entries: AsyncIterable<HistoryEntry>;
}

/** The file, in parts. */
export function writeBackup(content: BackupContent): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return gzip(writeLines(content));
}

async function* writeLines({
  header,
  settings,
  facts,
  entries,
}: BackupContent): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = sha256.create();
  const counts: BackupCounts = { rounds: 0, summaries: 0, transitions: 0 };
  function hashed(value: unknown): Uint8Array<ArrayBuffer> {
    const bytes = lineOf(value);
    hash.update(bytes);
    return bytes;
  }
  yield hashed({ schema: 'dozvon.backup/1', ...header });
  yield hashed({ settings });
  yield hashed({ facts: readableFacts(facts) });
  for await (const entry of entries) {
    counts[entry.round === null ? 'summaries' : 'rounds'] += 1;
    counts.transitions += entry.transitions.length;
    yield hashed(contentOf(entry));
  }
  const end: BackupEnd = { ...counts, sha256: bytesToHex(hash.digest()) };
  yield lineOf({ end });
}

/** Earlier versions could add more notes than there may be. */
function readableFacts(facts: HistoryFacts): HistoryFacts {
  return facts.notes === undefined ? facts : { ...facts, notes: newestNotes(facts.notes) };
}

/** A summary of what is there as a whole can be made again. */
function contentOf({ round, summary, transitions }: HistoryEntry): object {
  const kept = round === null ? { summary } : { round };
  return transitions.length === 0 ? kept : { ...kept, transitions };
}

function lineOf(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
