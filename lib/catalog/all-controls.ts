import type { CallControl, Catalog, Control, TransferControl } from './schema.ts';

/** All controls that a round may probe over HTTP. */
export function allControls(catalog: Catalog): (Control | TransferControl)[] {
  return [...catalog.controls, ...catalog.witnesses, ...catalog.transferControls];
}

/** All controls, including the STUN servers. */
export function controlsAndCalls(catalog: Catalog): (Control | TransferControl | CallControl)[] {
  return [...allControls(catalog), ...catalog.callControls];
}
