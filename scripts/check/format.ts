import type { ExportFormat } from '../../lib/export/format.ts';
import { type ExportFormatId, exportFormatIds, exportFormats } from '../../lib/export/formats.ts';
import { tableFormat } from './table.ts';

export type Format = 'table' | ExportFormatId;

/** In the order in which help and messages list them. */
export const formats: readonly Format[] = ['table', ...exportFormatIds];

/** @param options.colour whether a table uses colours */
export async function loadFormat(id: Format, options: { colour: boolean }): Promise<ExportFormat> {
  return id === 'table' ? tableFormat(options.colour) : exportFormats[id].load();
}
