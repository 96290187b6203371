import { midnight } from '../../lib/view/days.ts';
import { tidyUpOnInterrupt } from '../browser/interrupt.ts';
import { say } from '../setup/index.mjs';
import type { CheckOptions } from './command.ts';
import { exportFormatOf } from './export-format.ts';
import { exportHistory } from './export-history.ts';
import { writePrivateFile } from './private-file.ts';
import type { Session } from './session.ts';

/** Writes a profile's history to a file. */
export async function saveHistory(
  { export: file, from, to, services }: CheckOptions,
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
      say,
      now: Date.now,
    });
    await writePrivateFile(file, parts);
    say(`Written to ${file}`);
  } finally {
    await end();
  }
}
