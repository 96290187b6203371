import type { ExportFormatId } from '../../lib/export/formats.ts';
import { exportFormatIds, formatTraits } from '../../lib/export/traits.ts';

// The longest first: what ends in .verdicts.csv ends in .csv, too.
const longestFirst = exportFormatIds.toSorted(
  (one, other) => formatTraits[other].extension.length - formatTraits[one].extension.length,
);

/** What `--export` takes, as messages and the help list it. */
export const exportExtensions = exportFormatIds
  .map((id) => `.${formatTraits[id].extension}`)
  .join(', ');

/** The format of a file by its name; null where no format has its extension. */
export function exportFormatOf(file: string): ExportFormatId | null {
  return longestFirst.find((id) => file.endsWith(`.${formatTraits[id].extension}`)) ?? null;
}
