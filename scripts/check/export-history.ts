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
  const rounds = { [Symbol.asyncIterator]: () => readHistory(options) };
  const { shape } = options;
  const routing = shape.routing || formatTraits[options.format].whole;
  yield* format.write(rounds, { ...shape, single: false, routing });
}

async function* readHistory({ ask, selection, say, now }: ExportHistory): AsyncGenerator<Round> {
  let after: number | null = null;
  let done = 0;
  let saidAt = now();
  do {
    const stretch: HistoryStretch = await ask('getRounds', { ...selection, after });
    yield* stretch.rounds;
    done += stretch.read;
    after = stretch.last;
    if (now() - saidAt < sayEveryMs) continue;
    saidAt = now();
    say(`Read ${done} of ${stretch.total} rounds`);
  } while (after !== null);
}
