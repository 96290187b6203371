import type { TransferKind } from '../catalog/schema.ts';
import { transferBytes } from '../catalog/transfer-bytes.ts';
import type { Attempt } from '../model/attempt.ts';
import { rateOf } from '../observe/pace.ts';
import type { RoundEvidence } from './round-evidence.ts';
import type { TransferRates } from './transfer.ts';

/** The best rates among all transfers of a round, of controls and of services. */
export function transferRatesOf(
  evidence: Pick<RoundEvidence, 'controls' | 'services'>,
): TransferRates {
  const controls = evidence.controls.map(({ carries, attempts }) => ({ carries, attempts }));
  const targets = evidence.services.flatMap(({ service, attempts }) =>
    service.targets.map(({ id, kind }) => ({ carries: kind, attempts: attempts.get(id) ?? [] })),
  );
  const seen = [...controls, ...targets];
  const best = (wanted: TransferKind) =>
    bestRate(seen.filter(({ carries }) => carries === wanted).flatMap((one) => one.attempts));
  return { download: best('download'), upload: best('upload') };
}

function bestRate(attempts: readonly Attempt[]): number | null {
  const whole = attempts.filter(
    (attempt) => attempt.valid && attempt.ok && (attempt.bytes ?? 0) >= transferBytes,
  );
  return whole.length === 0 ? null : Math.max(...whole.map(rateOf));
}
