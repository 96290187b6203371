import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { callReachabilityOf, diagnoseCalls } from '../../../../lib/diagnose/service/calls.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { anyAttempt, series } from '../../../helpers/arbitraries.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';
import { aService, aServiceRole } from '../../../helpers/catalog.ts';
import { aControlEvidence, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const answer = anAttempt({ httpStatus: null });
const silence = aFailure('timeout');

function asked(group: ControlGroup, ...attempts: ReturnType<typeof anAttempt>[]) {
  return attempts.map((attempt, index) =>
    aControlEvidence({ id: `${group}-${index}`, group, attempts: [attempt] }),
  );
}

describe('the reachability of STUN servers', () => {
  it.each([
    ['open', 'one server answers', [silence, answer]],
    ['silent', 'no server answers', [silence, silence]],
    [
      'silent',
      'one server is silent and the other’s attempt is invalid',
      [silence, anInvalidAttempt()],
    ],
    ['unknown', 'there is no valid attempt', [anInvalidAttempt()]],
    ['unknown', 'no server was asked', []],
  ] as const)('is %s where %s', (path, _case, attempts) => {
    const paths = callReachabilityOf(asked('calls-foreign', ...attempts));

    expect(paths).toEqual({ foreign: path, domestic: 'unknown' });
  });
});

describe('calls that are known to be limited at home', () => {
  it.each([
    ['open', 'calls-limited'],
    ['unknown', 'calls-limited'],
    ['silent', 'calls-path-closed'],
  ] as const)('are said to be, where servers abroad are %s, as %s', (foreign, reason) => {
    const service = { id: 'chat', operatorCountry: 'US' };
    const home = { country: 'RU', languages: ['ru'], limitedCalls: ['chat'] };

    expect(diagnoseCalls({ foreign, domestic: 'silent' }, service, home)).toEqual({
      state: 'insufficient',
      reason,
    });
  });
});

describe('calls', () => {
  it.each([
    ['open', 'open', 'US', 'calls-path-open'],
    ['open', 'silent', 'RU', 'calls-path-open'],
    ['silent', 'open', 'RU', 'calls-path-open'],
    ['silent', 'open', 'US', 'calls-path-domestic'],
    ['silent', 'silent', 'US', 'calls-path-closed'],
    ['silent', 'unknown', 'RU', 'calls-path-closed'],
    ['unknown', 'unknown', 'US', 'calls-not-asked'],
    ['unknown', 'open', 'US', 'calls-not-asked'],
  ] as const)(
    'with servers abroad %s and domestic ones %s, of %s: unknown, as %s',
    (foreign, domestic, country, reason) => {
      expect(
        diagnoseCalls(
          { foreign, domestic },
          { id: 'chat', operatorCountry: country },
          { country: 'RU', languages: ['ru'], limitedCalls: ['other'] },
        ),
      ).toEqual({
        state: 'insufficient',
        reason,
      });
    },
  );
});

const service = aService({
  roles: [aServiceRole(), { role: 'calls', required: false, match: 'any', byCallControls: true }],
});

function judge(controls: ReturnType<typeof asked>) {
  const evidence = aRoundEvidence({
    controls: [aControlEvidence(), ...controls],
    services: [aServiceEvidence({ 'chat/web': [anAttempt()] }, { service })],
  });
  return diagnoseRound(evidence, new Map()).round.services[0];
}

describe('a service', () => {
  it('gets the state of its calls from the controls, with a reason', () => {
    const found = judge(asked('calls-foreign', silence, silence));

    expect(found?.roles).toEqual([
      { role: 'web', required: true, state: 'ok', mechanisms: [] },
      {
        role: 'calls',
        required: false,
        state: 'insufficient',
        mechanisms: [],
        reason: 'calls-path-closed',
      },
    ]);
  });

  it('has the same verdict whatever the controls for calls', () => {
    const group = fc.constantFrom<ControlGroup>('calls-foreign', 'calls-domestic');
    const some = fc.array(
      fc.record({ group, attempts: series(anyAttempt) }).map(aControlEvidence),
      { maxLength: 4 },
    );
    const alone = judge([]);

    fc.assert(
      fc.property(some, (controls) => {
        const found = judge(controls);

        expect({ ...found, roles: [] }).toEqual({ ...alone, roles: [] });
        expect(found?.roles[1]?.state).toBe('insufficient');
      }),
    );
  });
});

it('controls for calls are no evidence about the network', () => {
  const controls = [aControlEvidence(), ...asked('calls-foreign', silence, silence, silence)];

  expect(diagnoseNetwork(controls, true)).toEqual(diagnoseNetwork([aControlEvidence()], true));
});
