import type { ExportFormat } from '../../lib/export/format.ts';
import { type ExportFormatId, exportFormats } from '../../lib/export/formats.ts';
import { exportFormatIds, formatTraits } from '../../lib/export/traits.ts';
import { tableFormat } from './table.ts';

export type Format = 'table' | ExportFormatId;

/** In the order in which help and messages list them. */
export const formats: readonly Format[] = [
  'table',
  ...exportFormatIds.filter((id) => formatTraits[id].live),
];

/** @param options.colour whether a table uses colours */
export async function loadFormat(
  id: Format,
  options: { colour: boolean },
): Promise<Pick<ExportFormat, 'write'>> {
  return id === 'table' ? tableFormat(options.colour) : exportFormats[id]();
}

/** Whether rounds are written with their route: recorded ones are, columns of it need a tick. */
export function holdsRoute(id: Format): boolean {
  return id === 'table' || formatTraits[id].whole;
}
