import { expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';

const silent = [aFailure('timeout'), aFailure('timeout')];
const untrusted = [aFailure('untrusted')];
const cut = [aFailure('reset')];
const quick = [anAttempt({ totalMs: 300 })];
const slow = [anAttempt({ totalMs: 1_001 })];
const atSecond = [aFailure('timeout'), ...quick];
const unmeasured = [anInvalidAttempt()];

function controlsOf(group: ControlGroup, all: Attempt[][]): ControlEvidence[] {
  return all.map((attempts, index) => ({ id: `${group}-${index}`, group, attempts }));
}

/** Sites at home answer. */
function networkWhere(foreign: ControlEvidence[], portals: Attempt[][]) {
  const others = [...controlsOf('domestic', [quick]), ...controlsOf('portal', portals)];
  return diagnoseNetwork([...foreign, ...others], true);
}

const allowlist = { state: 'allowlist', confidence: 'medium', trouble: null };
const lossy = { state: 'degraded', confidence: 'low', trouble: 'loss' };
const four = [silent, silent, silent, silent];
const ofThreeOperators = controlsOf('foreign', four).map((one, index) =>
  index < 2 ? { ...one, operator: 'one' } : one,
);

it.each<[string, ControlEvidence[], Attempt[][], object]>([
  ['sites of four operators are silent', controlsOf('foreign', four), [quick, quick], allowlist],
  [
    'some are cut off, too few to tell',
    controlsOf('foreign', [...four, cut]),
    [quick, quick],
    allowlist,
  ],
  [
    'one was not measured at first',
    controlsOf('foreign', four),
    [quick, [...unmeasured, ...quick]],
    allowlist,
  ],
  [
    'one was answered at the second try alone',
    controlsOf('foreign', four),
    [quick, atSecond],
    lossy,
  ],
  [
    'sites of three operators are silent, and one shows an untrusted certificate',
    controlsOf('foreign', [silent, silent, silent, untrusted]),
    [quick, quick],
    lossy,
  ],
  [
    'most sites show untrusted certificates',
    controlsOf('foreign', [...four, untrusted, untrusted, untrusted, untrusted]),
    [quick, quick],
    lossy,
  ],
  ['one was answered late', controlsOf('foreign', four), [quick, slow], lossy],
  ['one was not measured', controlsOf('foreign', four), [quick, unmeasured], lossy],
  ['sites of three operators are silent', ofThreeOperators, [quick, quick], lossy],
  [
    'three sites are silent, and one was not measured',
    controlsOf('foreign', [silent, silent, silent, unmeasured]),
    [quick, quick],
    lossy,
  ],
])(
  'tells a shut network from a lossy one where plain HTTP opens: %s',
  (_, foreign, portals, expected) => {
    expect(networkWhere(foreign, portals)).toEqual(expected);
  },
);
