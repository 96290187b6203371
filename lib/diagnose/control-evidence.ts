import type { CallControl, Control, TransferControl } from '../catalog/schema.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ControlEvidence } from './network.ts';

/** What was seen of one control, in the words that verdicts are drawn from. */
export function evidenceOfControl(
  control: Control | TransferControl | CallControl,
  attempts: readonly Attempt[],
): ControlEvidence {
  const { id, group, operator } = control;
  return { id, group, operator, attempts, ...('kind' in control && { carries: control.kind }) };
}
