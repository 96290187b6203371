import { controlsAndCalls } from '../../catalog/all-controls.ts';
import { registeredDomain } from '../../catalog/own-domains.ts';
import type { Catalog, Control } from '../../catalog/schema.ts';
import type { ControlEvidence } from '../../diagnose/evidence/control-evidence.ts';
import { evidenceOfControl } from '../../diagnose/evidence/control-evidence.ts';
import { inPlace, page, withoutAnswersForThem } from '../../diagnose/network/answered-for.ts';
import { diagnoseNetwork, isControlReached } from '../../diagnose/network/network.ts';
import type { NetworkVerdict } from '../../diagnose/network/network-verdict.ts';
import { upgradeFailure } from '../../failure/upgrade.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Plan } from '../../model/plan.ts';
import { elsewhereOf } from '../../observe/elsewhere.ts';
import { type HttpObservation, recordablePart } from '../../observe/http.ts';
import { judgeControl } from '../../observe/judge.ts';
import type { Patience } from '../asker.ts';
import type { PlannedRound } from '../phases.ts';
import { withProxy } from '../proxy-look.ts';
import { logOfControl } from '../round-log.ts';
import type { RoundRecord } from '../round-record.ts';
import type { Timeouts } from '../timeouts.ts';

export type AskControls = (controls: readonly Control[]) => Promise<Attempt[]>;

export interface ControlOptions {
  /** Over connections that were not open before the round, where the browser allows that. */
  freshly?: boolean;
  patience?: Patience;
  /** Whether other requests may go before it. */
  isLast?: boolean;
}

/** Asks controls side by side, each until it is valid or the link is down. */
export function controlAsker(
  { asker, log, isOnline }: PlannedRound,
  { control: timeoutMs }: Pick<Timeouts, 'control'>,
  { freshly = false, patience, isLast = false }: ControlOptions = {},
): AskControls {
  return (controls) => Promise.all(controls.map(askControl));

  function askControl(control: Control): Promise<Attempt> {
    const { url, method } = control;
    const asking = asker.attempt(
      logOfControl(log, control.id),
      async () => {
        const seen = await asker.ask({
          purpose: isLast ? 'other' : 'control',
          url,
          method,
          timeoutMs,
          freshly,
          ...(patience !== undefined && { patience }),
        });
        const elsewhere = leadOf(control, seen);
        return {
          ...recordablePart(seen),
          clockAheadDays: seen.clockAheadDays,
          ok: judgeControl(control, seen),
          ...(elsewhere !== null && { elsewhere }),
        };
      },
      ({ valid }) => valid || !isOnline(),
    );
    log.begun.set(control.id, asking);
    return asking;
  }
}

/**
 * What a site's answer may have in common with those of others: where it sends a browser, other than to a domain of its
 * own, or what its headers tell of the page. No neutral site asks who somebody is.
 */
function leadOf({ group, url }: Control, seen: HttpObservation): string | null {
  if (group !== 'foreign' && group !== 'domestic') return null;
  const own = registeredDomain(new URL(url).hostname);
  const { redirectUrl, httpStatus, headers } = seen;
  const lead = elsewhereOf({ redirectUrl, body: new Uint8Array() }, own === null ? [] : [own], []);
  const { type, length, server } = headers ?? {};
  if (lead !== null || httpStatus === 204 || !(type ?? length)) return lead;
  const kind = url.endsWith('/generate_204') ? inPlace : page;
  return `${kind}${httpStatus} ${server} ${length}`;
}

/**
 * Everything observed of the controls so far, in the catalog's order. Leaves out those that are silent and that
 * nobody has seen answer: there may be no such site.
 */
export function controlEvidence(
  catalog: Catalog,
  { controls, proxied, plan: { unprovenControls = [] } }: RoundRecord,
): ControlEvidence[] {
  const seen = controlsAndCalls(catalog).flatMap((control) => {
    const attempts = controls.get(control.id);
    if (attempts === undefined) return [];
    const host = new URL(control.url).hostname;
    const one = evidenceOfControl(control, withProxy({ proxied }, host, attempts));
    return unprovenControls.includes(control.id) && !isControlReached(one) ? [] : [one];
  });
  return withoutAnswersForThem(seen);
}

/** Whether a round asks a control of its own accord, rather than where others fail. */
export function isDue(
  { id, group, pulse }: Control,
  { full, unprovenControls = [] }: Plan,
): boolean {
  if (group === 'filter') return false;
  return full || (pulse && !unprovenControls.includes(id));
}

/** Those of some controls that nothing has reached so far, and that the browser asks as they are. */
export function unreachedOf(
  { catalog, log }: PlannedRound,
  controls: readonly Control[],
): Control[] {
  const isUpgraded = ({ id }: Control) =>
    log.record.controls.get(id)?.some(({ failure }) => failure === upgradeFailure) === true;
  const reached = new Set(
    controlEvidence(catalog, log.record)
      .filter(isControlReached)
      .map(({ id }) => id),
  );
  return controls.filter((one) => !reached.has(one.id) && !isUpgraded(one));
}

/** The network by the controls alone. */
export function networkByControls({ catalog, log, isOnline }: PlannedRound): NetworkVerdict {
  return diagnoseNetwork(controlEvidence(catalog, log.record), isOnline(), log.record.plan.usualMs);
}
