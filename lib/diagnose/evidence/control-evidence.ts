import type { CallControl, Control, TransferControl, TransferKind } from '../../catalog/schema.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { ControlGroup } from '../../model/network.ts';
import { evidenceOf } from '../../observe/evidence.ts';

/** One control with its attempts, repeats included. */
export interface ControlEvidence {
  id: string;
  group: ControlGroup;
  /** Who runs it; several of them agree on what one alone may be wrong about. */
  operator?: string;
  /** Which way a control of transfers carries its bytes. */
  carries?: TransferKind;
  attempts: readonly Attempt[];
}

/** What was seen of one control, in the words that verdicts are drawn from. */
export function evidenceOfControl(
  control: Control | TransferControl | CallControl,
  attempts: readonly Attempt[],
): ControlEvidence {
  const { id, group, operator } = control;
  return { id, group, operator, attempts, ...('kind' in control && { carries: control.kind }) };
}

/** Who runs some controls; one whose operator is not known counts as its own. */
export function operatorsOf(controls: readonly ControlEvidence[]): Set<string> {
  return new Set(controls.map(({ id, operator = id }) => operator));
}

/** Whether any attempt on a control is evidence; what another extension blocks, for example, is none. */
export function isMeasured({ attempts }: ControlEvidence): boolean {
  return attempts.some(({ valid }) => valid);
}

/** Who runs the servers that answered in TLS by their addresses. */
export function operatorsByAddress(controls: readonly ControlEvidence[]): Set<string> {
  return operatorsOf(
    controls.filter(({ group, attempts }) => group === 'dns' && attempts.some(gotThrough)),
  );
}

/** Whether a control was answered under an untrusted certificate, whatever it answered else. */
export function showsForgery({ attempts }: ControlEvidence): boolean {
  return attempts.some((attempt) => evidenceOf(attempt) === 'foreign-certificate');
}

/** Whether a control was answered with a server's error, whatever it answered else. */
export function showsServerError({ attempts }: ControlEvidence): boolean {
  return attempts.some((attempt) => evidenceOf(attempt) === 'server-error');
}
