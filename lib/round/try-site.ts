import { serviceOf } from '../catalog/own-services.ts';
import type { Catalog } from '../catalog/schema.ts';
import { methodOf } from '../catalog/target-kinds.ts';
import type { UnnumberedAttempt } from '../model/attempt.ts';
import { type OwnServiceDraft, ownServicePrefix, type SiteAnswer } from '../model/own-service.ts';
import type { HttpObservation } from '../observe/http.ts';
import { judgeTarget } from '../observe/judge.ts';
import type { RoundTools } from './round-tools.ts';
import { firstTimeouts } from './timeouts.ts';

const nothing = {
  httpStatus: null,
  failure: null,
  browserError: null,
  totalMs: null,
  hasText: null,
} as const;

/** Asks a person's own service once, as a check would, and draws no verdict. */
export async function trySite(
  { isPermitted, limits, probe }: Pick<RoundTools, 'isPermitted' | 'limits' | 'probe'>,
  { url, contains }: Pick<OwnServiceDraft, 'url' | 'contains'>,
  catalog: Pick<Catalog, 'services'>,
): Promise<SiteAnswer> {
  if (!(await isPermitted(url))) return { outcome: 'forbidden', ...nothing };
  const tried = { id: `${ownServicePrefix}tried`, name: url, url, contains };
  const { targets } = serviceOf(tried, catalog);
  const [target] = targets;
  if (target === undefined) return { outcome: 'unsent', ...nothing };
  const seen = await limits.run({ host: new URL(url).hostname, priority: 0 }, () =>
    probe({
      url,
      method: methodOf(target),
      timeoutMs: firstTimeouts.sentinel,
      signal: new AbortController().signal,
    }),
  );
  const { httpStatus, failure, browserError, totalMs, ...attempt } = judgeTarget(target, seen);
  return {
    outcome: outcomeOf({ ...attempt, httpStatus }),
    httpStatus,
    failure,
    browserError,
    totalMs,
    hasText: contains === null || !attempt.ok ? null : showsText(seen, contains),
  };
}

function outcomeOf({
  ok,
  valid,
  httpStatus,
}: Pick<UnnumberedAttempt, 'ok' | 'valid' | 'httpStatus'>): SiteAnswer['outcome'] {
  if (ok) return 'answered';
  if (httpStatus !== null) return 'refused';
  return valid ? 'failed' : 'unsent';
}

function showsText({ body }: HttpObservation, wanted: string): boolean {
  return new TextDecoder().decode(body).includes(wanted);
}
