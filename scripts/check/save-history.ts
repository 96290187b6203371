import { commaDialect, rawDialect, spreadsheetDialect } from '../../lib/export/csv/dialect.ts';
import { midnight } from '../../lib/view/days.ts';
import { tidyUpOnInterrupt } from '../browser/interrupt.ts';
import { say } from '../setup/index.mjs';
import type { CheckOptions } from './command.ts';
import { exportFormatOf } from './export-format.ts';
import { type ExportHistory, exportHistory } from './export-history.ts';
import { writePrivateFile } from './private-file.ts';
import { networkLabel } from './result-options.ts';
import type { Session } from './session.ts';

/** Writes a profile's history to a file. */
export async function saveHistory(
  { export: file, from, to, services, ...shape }: CheckOptions,
  session: Session,
): Promise<void> {
  const format = file === null ? null : exportFormatOf(file);
  if (file === null || format === null) throw new Error('problemOfExport was not asked');
  const end = tidyUpOnInterrupt(() => session.close());
  try {
    const parts = exportHistory({
      ask: await session.open(),
      format,
      selection: {
        from: from && midnight(from),
        to: to && midnight(to, 1),
        services,
      },
      shape: shapeOf(shape),
      say,
      now: Date.now,
    });
    await writePrivateFile(file, parts);
    say(`Written to ${file}`);
  } finally {
    await end();
  }
}

const dialects = {
  comma: commaDialect,
  // As in Russian, and in most languages that write numbers with a comma.
  semicolon: spreadsheetDialect('ru'),
  raw: rawDialect,
};

type ShapeOptions = Pick<
  CheckOptions,
  'dialect' | 'label' | 'localTime' | 'leavesOutAddresses' | 'route'
>;

/** How a person wants the file. */
export function shapeOf(options: ShapeOptions): ExportHistory['shape'] {
  return {
    routing: options.route,
    addresses: !options.leavesOutAddresses,
    label: networkLabel(options.label),
    timeZone: options.localTime ? Intl.DateTimeFormat().resolvedOptions().timeZone : null,
    dialect: dialects[options.dialect],
  };
}
