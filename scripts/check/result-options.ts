import { commaDialect } from '../../lib/export/csv/dialect.ts';
import type { ExportOptions } from '../../lib/export/format.ts';
import type { CheckOptions } from './command.ts';
import { holdsRoute } from './format.ts';

/** How rounds are written as they are checked. */
export function resultOptions({
  format,
  label,
  rounds,
  rotate,
}: Pick<CheckOptions, 'format' | 'label' | 'rounds' | 'rotate'>): ExportOptions {
  return {
    single: rounds === 1 && rotate === 'never',
    routing: holdsRoute(format),
    addresses: true,
    label: networkLabel(label),
    timeZone: null,
    dialect: commaDialect,
  };
}

/** The name that a person gives to the network; null without one. */
export function networkLabel(typed: string | null): string | null {
  const name = typed?.trim() ?? '';
  return name === '' ? null : name;
}
