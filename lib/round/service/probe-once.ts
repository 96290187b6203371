import type { Target } from '../../catalog/schema.ts';
import { attemptsOf, isLate, type OpenRound } from '../phases.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeTarget } from './probe-target.ts';

/** Probes the targets that were not probed yet, each once, where the browser permits it and there is time. */
export async function probeOnce(
  round: OpenRound,
  targets: readonly Target[],
  options: ProbeOptions,
): Promise<void> {
  await Promise.all(
    targets.map(async (target) => {
      if (!(await isPermitted(round, target))) await noteForbidden(round, target);
      else if (!isProbed(round, target) && !isLate(round)) {
        await probeTarget(round, target, options);
      }
    }),
  );
}

/** Notes what the browser does not let us ask, and asks nothing. */
export async function noteAllForbidden(
  round: OpenRound,
  targets: readonly Target[],
): Promise<void> {
  await Promise.all(
    targets.map(async (target) => {
      if (!(await isPermitted(round, target))) await noteForbidden(round, target);
    }),
  );
}

/** A resumed round does not repeat what was probed before the worker died. */
function isProbed(round: OpenRound, target: Target): boolean {
  return attemptsOf(round, target).some((attempt) => attempt.valid);
}

async function isPermitted({ asker }: OpenRound, { urls }: Target): Promise<boolean> {
  const permitted = await Promise.all(urls.map(asker.isPermitted));
  return permitted.every(Boolean);
}

async function noteForbidden({ log }: OpenRound, { id }: Target): Promise<void> {
  if (!log.record.forbidden.has(id)) await log.note({ kind: 'forbidden', target: id });
}
