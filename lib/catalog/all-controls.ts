import type { Catalog, Control } from './schema.ts';

/** Everything that says whether the network works, whenever in a round it is asked. */
export function allControls(catalog: Catalog): Control[] {
  return [...catalog.controls, ...catalog.witnesses, ...catalog.transferControls];
}
