import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../../lib/model/state.ts';
import { nothingKnown, routingOf } from '../../../lib/routing/infer.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';
import { routingScenarios } from './scenarios.ts';

const levels: Confidence[] = ['low', 'medium', 'high'];
const levelOf = (confidence: Confidence) => levels.indexOf(confidence);

it('has at least forty routing scenarios, each with a unique name', () => {
  expect(new Set(routingScenarios.map(({ name }) => name)).size).toBe(routingScenarios.length);
  expect(routingScenarios.length).toBeGreaterThanOrEqual(40);
});

describe.each(routingScenarios)('$name', ({ seen, changedServices, verdicts, atMost, atLeast }) => {
  const suggest = () => routingOf(aRouting(seen), changedServices ?? 0);

  it(`is ${verdicts.join(' or ')}`, () => {
    expect(verdicts).toContain(suggest().verdict);
  });

  it(`has ${atLeast ?? 'low'} to ${atMost} confidence`, () => {
    const { confidence } = suggest();

    expect(levelOf(confidence)).toBeLessThanOrEqual(levelOf(atMost));
    expect(levelOf(confidence)).toBeGreaterThanOrEqual(levelOf(atLeast ?? 'low'));
  });
});

it('omits the exit where it may not be kept or is unknown', () => {
  const told = [anEcho({ country: 'NL', asn: 24940 }), anEcho({ country: 'NL' })];

  for (const seen of [
    { echoes: told, recordExit: false },
    { echoes: [], recordExit: true },
  ]) {
    const route = routingOf(aRouting(seen), 0);
    expect(route).not.toHaveProperty('exitCountry');
    expect(route).not.toHaveProperty('exitAsn');
  }
});

it('is unknown with low confidence where the round did not check the route', () => {
  expect(nothingKnown).toEqual({ verdict: 'unknown', confidence: 'low', signals: [] });
});

it('names the exit’s country and network where they may be kept', () => {
  const echoes = [anEcho({ country: 'NL', asn: 24940 }), anEcho({ country: 'NL' })];

  expect(routingOf(aRouting({ echoes, recordExit: true }), 0)).toMatchObject({
    exitCountry: 'NL',
    exitAsn: 24940,
  });
});
