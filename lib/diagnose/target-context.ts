import { hostOf } from '../catalog/host-of.ts';
import type { Target } from '../catalog/schema.ts';
import type { Gate } from '../model/network.ts';
import type { AddressProbe, Resolution } from '../model/resolution.ts';
import { standingOfName } from '../observe/names.ts';
import type { TransferRates } from './transfer.ts';

/** What was known around the attempts on a target. */
export interface TargetContext {
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
  gates: readonly Gate[];
  /** The controls' certificates are good, so an untrusted one is the target's own affair. */
  certificatesGood: boolean;
  /** Nothing else was lost in the round, so that silence is no accident. */
  lossless: boolean;
  /** How quick transfers elsewhere were. */
  transferRates: TransferRates;
  /** A sibling under a public authority was answered with a foreign certificate. */
  siblingIntercepted: boolean;
}

export function isUnknownEverywhere(target: Target, context: TargetContext): boolean {
  return standingOfName(hostOf(target), context.resolutions).known === 'nowhere';
}
