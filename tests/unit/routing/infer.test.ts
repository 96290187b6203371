import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../../lib/model/state.ts';
import { nothingKnown, routingOf } from '../../../lib/routing/infer.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';
import { routingScenarios } from './scenarios.ts';

const levels: Confidence[] = ['low', 'medium', 'high'];
const levelOf = (confidence: Confidence) => levels.indexOf(confidence);

it('is tried on at least forty routes, each with a name of its own', () => {
  expect(new Set(routingScenarios.map(({ name }) => name)).size).toBe(routingScenarios.length);
  expect(routingScenarios.length).toBeGreaterThanOrEqual(40);
});

describe.each(routingScenarios)('$name', ({ seen, changedServices, verdicts, atMost, atLeast }) => {
  const suggest = () => routingOf(aRouting(seen), changedServices ?? 0);

  it(`is ${verdicts.join(' or ')}`, () => {
    expect(verdicts).toContain(suggest().verdict);
  });

  it(`is said with ${atLeast ?? 'low'} to ${atMost} confidence`, () => {
    const { confidence } = suggest();

    expect(levelOf(confidence)).toBeLessThanOrEqual(levelOf(atMost));
    expect(levelOf(confidence)).toBeGreaterThanOrEqual(levelOf(atLeast ?? 'low'));
  });
});

it('tells nothing of the exit where it may not be kept, or is not known', () => {
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

it('is unknown, at low confidence, where nobody looked', () => {
  expect(nothingKnown).toEqual({ verdict: 'unknown', confidence: 'low', signals: [] });
});

it('tells country and network of the exit where they may be kept', () => {
  const echoes = [anEcho({ country: 'NL', asn: 24940 }), anEcho({ country: 'NL' })];

  expect(routingOf(aRouting({ echoes, recordExit: true }), 0)).toMatchObject({
    exitCountry: 'NL',
    exitAsn: 24940,
  });
});
