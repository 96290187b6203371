import type { ExportOptions } from '../../lib/export/format.ts';
import { type ExportFormatId, exportFormats } from '../../lib/export/formats.ts';
import { formatTraits } from '../../lib/export/traits.ts';
import type { HistoryStretch, StretchRequest } from '../../lib/model/history-stretch.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Ask } from './ask.ts';

export interface ExportHistory {
  ask: Ask;
  format: ExportFormatId;
  selection: Omit<StretchRequest, 'after'>;
  /** Formats that hold rounds as they were recorded have the route in any case. */
  shape: Omit<ExportOptions, 'single'>;
  /** Hears how far it is. */
  say: (line: string) => void;
  now: () => number;
}

const sayEveryMs = 5000;

/** A profile's history in parts of a file, read from the extension stretch by stretch. */
export async function* exportHistory(options: ExportHistory): AsyncGenerator<Uint8Array> {
  const format = await exportFormats[options.format]();
  const found = new Set<string>();
  const rounds = { [Symbol.asyncIterator]: () => readHistory(options, found) };
  const routing = options.shape.routing || formatTraits[options.format].whole;
  yield* format.write(rounds, { ...options.shape, single: false, routing });
  const missing = options.selection.services?.filter((id) => !found.has(id)) ?? [];
  if (missing.length > 0) options.say(`No check of: ${missing.join(', ')}`);
}

/** @param found gets the ids of the services that the rounds have */
async function* readHistory(
  { ask, selection, say, now }: ExportHistory,
  found: Set<string>,
): AsyncGenerator<Round> {
  let after: number | null = null;
  let done = 0;
  let saidAt = now();
  do {
    const stretch: HistoryStretch = await ask('getRounds', { ...selection, after });
    for (const { services } of stretch.rounds) for (const { id } of services) found.add(id);
    yield* stretch.rounds;
    done += stretch.read;
    after = stretch.last;
    if (now() - saidAt < sayEveryMs) continue;
    saidAt = now();
    say(`Read ${done} of ${stretch.total} rounds`);
  } while (after !== null);
}
