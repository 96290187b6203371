import { transferBytes } from '../catalog/transfer-bytes.ts';
import type { Attempt } from '../model/attempt.ts';
import type { RoundEvidence } from './round-evidence.ts';
import { rateOf, type TransferRates } from './transfer.ts';

/** The best rates among all transfers of a round, of controls and of services. */
export function transferRatesOf(
  evidence: Pick<RoundEvidence, 'controls' | 'services'>,
): TransferRates {
  const controls = evidence.controls.filter((control) => control.group === 'transfer');
  const targets = evidence.services.flatMap(({ service, attempts }) =>
    service.targets.map(({ id, kind }) => ({ kind, attempts: attempts.get(id) ?? [] })),
  );
  const seen = [
    ...controls.map(({ id, attempts }) => ({ kind: kindOf(id), attempts })),
    ...targets,
  ];
  const best = (wanted: string) =>
    bestRate(seen.filter(({ kind }) => kind === wanted).flatMap(({ attempts }) => attempts));
  return { download: best('download'), upload: best('upload') };
}

/** A control's id ends in its direction. */
function kindOf(id: string): string {
  return id.endsWith('-upload') ? 'upload' : 'download';
}

function bestRate(attempts: readonly Attempt[]): number | null {
  const whole = attempts.filter(
    (attempt) => attempt.valid && attempt.ok && (attempt.bytes ?? 0) >= transferBytes,
  );
  return whole.length === 0 ? null : Math.max(...whole.map(rateOf));
}
