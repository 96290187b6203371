import type { CallControl, Catalog, Control, TransferControl } from './schema.ts';

/** Everything that says over HTTP whether the network works, whenever in a round it is asked. */
export function allControls(catalog: Catalog): (Control | TransferControl)[] {
  return [...catalog.controls, ...catalog.witnesses, ...catalog.transferControls];
}

/** The same, and what says whether it lets calls through. */
export function controlsAndCalls(catalog: Catalog): (Control | TransferControl | CallControl)[] {
  return [...allControls(catalog), ...catalog.callControls];
}
