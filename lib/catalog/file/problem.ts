import type { CatalogProblem, CatalogRule } from '../../model/catalog-file.ts';

/** More of what was found does not fit into a sentence. */
const longestFound = 80;

/** @param found of any kind; left out: nothing is there */
export function problemAt(
  field: string,
  rule: CatalogRule,
  { found, detail = '' }: { found?: unknown; detail?: string } = {},
): CatalogProblem {
  return { field, rule, detail, found: shortened(JSON.stringify(found) ?? 'nothing') };
}

function shortened(text: string): string {
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}
