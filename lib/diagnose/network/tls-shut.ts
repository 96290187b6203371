import { type Evidence, evidenceOf, failuresOf } from '../../observe/evidence.ts';
import {
  type ControlEvidence,
  isMeasured,
  operatorsByAddress,
  operatorsOf,
} from '../evidence/control-evidence.ts';

/** Failures of TLS that take a packet from somebody, which lost packets cannot produce. */
const shutting: Evidence[] = ['cut-off', 'handshake-fails', 'refused'];
const silence: Evidence[] = ['timeout', 'connect-timeout', 'handshake-timeout'];
/** Sites of as many operators are not out of order at once: those that cut off, and those that are silent alone. */
const operatorsNeeded = { shut: 2, byAddress: 2, silent: 4 };
/** As many checks in plain HTTP, each answered within so many milliseconds, tell of a line that loses no packets. */
const steady = { checks: 2, withinMs: 1_000 };

/**
 * Whether neutral sites, none of which answers over TLS, are kept from doing so, where plain HTTP opens: most of them are
 * cut off, or most are silent on a line that carries plain HTTP without loss, or servers abroad answer by their addresses.
 * Lost packets, and large ones that are lost, tell no names from addresses; where plain HTTP is slow or fails at times,
 * packets are lost.
 */
export function isTlsShut(controls: readonly ControlEvidence[]): boolean {
  const foreign = controls.filter((one) => one.group === 'foreign' && isMeasured(one));
  const portals = controls.filter((one) => one.group === 'portal' && isMeasured(one));
  if (areMostlyShut(foreign) || areShutByName(controls)) return true;
  return areManySilent(foreign) && areSteady(portals);
}

function areShutByName(controls: readonly ControlEvidence[]): boolean {
  const atHome = operatorsOf(controls.filter((one) => one.group === 'domestic'));
  return operatorsByAddress(controls).difference(atHome).size >= operatorsNeeded.byAddress;
}

/** One may be silent later, as an address is for a while once it was cut off. */
function areMostlyShut(foreign: readonly ControlEvidence[]): boolean {
  const shut = foreign.filter(({ attempts }) =>
    failuresOf(attempts).some((one) => shutting.includes(one)),
  );
  return operatorsOf(shut).size >= operatorsNeeded.shut && shut.length * 2 > foreign.length;
}

function areManySilent(foreign: readonly ControlEvidence[]): boolean {
  const silent = foreign.filter(({ attempts }) =>
    failuresOf(attempts).every((one) => silence.includes(one)),
  );
  return operatorsOf(silent).size >= operatorsNeeded.silent && silent.length * 2 > foreign.length;
}

function areSteady(portals: readonly ControlEvidence[]): boolean {
  const attempts = portals.flatMap((one) => one.attempts).filter(({ valid }) => valid);
  return (
    portals.length >= steady.checks &&
    attempts.every((one) => evidenceOf(one) === 'reached' && (one.totalMs ?? 0) <= steady.withinMs)
  );
}
