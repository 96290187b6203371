import { hostOf } from '../../catalog/host-of.ts';
import { isHandshake, isTransfer } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { ControlGroup } from '../../model/network.ts';
import type { Standing, TargetWindow } from '../../model/standing.ts';
import { evidenceOf, failuresOf } from '../../observe/evidence.ts';
import { type ControlEvidence, showsServerError } from '../evidence/control-evidence.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { areCertificatesGood } from '../network/certificates.ts';
import { failsAtOneAddress } from '../target/pairs.ts';
import { backgroundShare, tallyOfTries } from './background.ts';
import { outdoes, sumOf } from './contrast.ts';
import { emptyWindow, updateWindow } from './window.ts';

/** Controls whose connections are like those to a service. */
const compared: readonly ControlGroup[] = ['foreign', 'domestic', 'portal', 'dns'];

/** Targets with a vote, or handshakes without one. */
type Kind = 'windows' | 'aside';

/**
 * The windows of all targets of a kind after a round, by target id.
 * @param services with attempts that count as gates let them
 */
export function windowsAfter(
  evidence: Pick<RoundEvidence, 'controls' | 'network' | 'startedAt' | 'addressProbes'>,
  services: readonly ServiceEvidence[],
  standings: ReadonlyMap<string, Standing>,
  kind: Kind = 'windows',
): Map<string, TargetWindow> {
  const neutral = evidence.controls.filter(({ group }) => compared.includes(group));
  const { state } = evidence.network;
  const isNetworkBad = state === 'degraded';
  const errorsCount = !showStrayErrors(neutral);
  const tallyOf = (targets: readonly (readonly Attempt[])[]) => tallyOfTries(targets, isNetworkBad);
  const sites = neutral.map(({ attempts }) => attempts);
  const controls = tallyOf(sites);
  const sound = withoutFailing(services, standings).map((one) => ({ one, tries: triesOf(one) }));
  return new Map(
    services.flatMap((one) => {
      const others = tallyOf(sound.flatMap((other) => (other.one === one ? [] : other.tries)));
      // What services suffer more than neutral sites is no measure of the network.
      const isApart = outdoes(others, controls);
      const counted = isApart ? controls : sumOf([controls, others]);
      const background = backgroundShare(counted, isNetworkBad ? [] : sites);
      const known = standings.get(one.service.id)?.[kind] ?? [];
      return askedTargets(one, kind).map(({ id, name, all, tries }): [string, TargetWindow] => {
        const before = known.find(({ target }) => target === id) ?? emptyWindow(id);
        const at = all.some(({ valid }) => valid) ? evidence.startedAt : before.at;
        const own = triesThatCount(tries, evidence);
        // The browser keeps to an address for a while, so that its tries with the name meet the same one.
        const kinds = failuresOf(own);
        const failsTogether = failsAtOneAddress({ name, kinds }, evidence.addressProbes);
        const round = { background, at: evidence.startedAt, failsTogether, errorsCount };
        return [id, { ...updateWindow(before, own, round), at }];
      });
    }),
  );
}

/**
 * Who answers neutral sites with errors may be between, as a gateway that is overloaded. One site alone that answers so each
 * time is out of order itself.
 */
function showStrayErrors(neutral: readonly ControlEvidence[]): boolean {
  const [erring, ...more] = neutral.filter(showsServerError);
  if (erring === undefined || more.length > 0) return erring !== undefined;
  const answers = erring.attempts.filter(({ valid, httpStatus }) => valid && httpStatus !== null);
  return answers.length < 2 || !answers.every((one) => evidenceOf(one) === 'server-error');
}

/**
 * Behind an allowlist what does not get through fails with all that is foreign. A portal answers for all, be it by its
 * certificate alone.
 */
function triesThatCount(
  tries: readonly Attempt[],
  { controls, network: { state } }: Pick<RoundEvidence, 'controls' | 'network'>,
): readonly Attempt[] {
  if (state === 'captive_portal') return [];
  if (state === 'allowlist' && !tries.some(({ ok }) => ok)) return [];
  if (areCertificatesGood(controls)) return tries;
  return tries.filter((one) => evidenceOf(one) !== 'foreign-certificate');
}

/** What is known to fail by itself says nothing of everything else. */
export function withoutFailing(
  services: readonly ServiceEvidence[],
  standings: ReadonlyMap<string, Standing>,
): ServiceEvidence[] {
  return services.filter(({ service }) => standings.get(service.id)?.mostlyFails !== true);
}

/** A service's windows after a round: those of the round, and of targets that it did not ask. */
export function windowsOf(
  one: ServiceEvidence,
  after: ReadonlyMap<string, TargetWindow>,
  before: readonly TargetWindow[],
): TargetWindow[] {
  const windows = one.service.targets.flatMap(
    ({ id }) => after.get(id) ?? before.find(({ target }) => target === id) ?? [],
  );
  return windows.filter(({ at }) => at !== null);
}

function triesOf(one: ServiceEvidence): (readonly Attempt[])[] {
  return askedTargets(one, 'windows').map(({ tries }) => tries);
}

/**
 * The targets asked in a round, with those of their attempts that are tries. Transfers are judged by themselves;
 * plain HTTP may go another way; and of several addresses each may fare differently, steadily.
 */
function askedTargets({ service, attempts }: ServiceEvidence, kind: Kind) {
  const voting = service.targets.filter((target) => target.votes && !isTransfer(target));
  // What has no vote at a voting target's host meets what that one meets: it is a try of that one.
  const hosts = Map.groupBy(voting.filter(isHandshake), hostOf);
  const others = service.targets.filter((target) => !target.votes && isHandshake(target));
  const asked = kind === 'windows' ? voting : others.filter((one) => !hosts.has(hostOf(one)));
  return asked
    .filter(({ id }) => attempts.has(id))
    .map((target) => {
      const { id, urls } = target;
      const name = hostOf(target);
      const beside =
        hosts.get(name)?.[0] === target ? others.filter((one) => hostOf(one) === name) : [];
      const all = [
        ...(attempts.get(id) ?? []),
        ...beside.flatMap((one) => attempts.get(one.id) ?? []).filter(isOfConnection),
      ].toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
      return { id, name, all, tries: urls.length === 1 ? all : [] };
    });
}

/** Another page of a host may be out of order by itself. */
function isOfConnection(attempt: Attempt): boolean {
  return evidenceOf(attempt) !== 'server-error';
}
