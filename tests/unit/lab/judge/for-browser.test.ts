import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import { forBrowser } from '../../../lab/judge/for-browser.ts';
import type { Scenario } from '../../../lab/scenarios/scenario.ts';

const refusing: Scenario = {
  name: 'refused',
  origin: 'this test',
  world: {},
  network: ['normal'],
  services: {
    viber: { states: ['likely_blocked'], mechanisms: ['tcp.refused'], deepest: ['tcp.refused'] },
    vk: {
      states: ['likely_blocked'],
      mechanisms: ['timeout', 'ip.unreachable'],
      deepest: ['timeout'],
    },
  },
  others: { states: ['ok'] },
};

describe('what is expected of a browser', () => {
  it('is the full expectation in Chromium', () => {
    expect(forBrowser(refusing, 'chromium')).toEqual(refusing);
  });

  it('omits labels in Firefox that Firefox cannot know', () => {
    expect(forBrowser(refusing, 'firefox')).toEqual({
      ...refusing,
      services: {
        viber: { states: ['likely_blocked'], mechanismIsOptional: true, mechanisms: [] },
        vk: {
          states: ['likely_blocked'],
          mechanismIsOptional: true,
          mechanisms: ['timeout'],
          deepest: ['timeout'],
        },
      },
    });
  });

  it('is a shallower label in Firefox where silence shows no layer', () => {
    const silent: Scenario = {
      ...refusing,
      services: {
        viber: {
          states: ['likely_blocked'],
          mechanisms: ['timeout', 'tcp.timeout'],
          deepest: ['tcp.timeout'],
        },
      },
    };

    expect(forBrowser(silent, 'chromium')).toEqual(silent);
    expect(forBrowser(silent, 'firefox').services).toEqual({
      viber: { states: ['likely_blocked'], mechanisms: ['timeout'], deepest: ['timeout'] },
    });
  });

  it('is any one of the labels that Firefox can know where any is as deep', () => {
    const mechanisms: Mechanism[] = ['reset', 'tcp.timeout', 'tcp.refused'];
    const either: Scenario = {
      ...refusing,
      services: { viber: { states: ['likely_blocked'], mechanisms, deepestOneOf: mechanisms } },
    };

    expect(forBrowser(either, 'chromium')).toEqual(either);
    expect(forBrowser(either, 'firefox').services).toMatchObject({
      viber: { deepestOneOf: ['reset', 'timeout'] },
    });
  });

  it('is nothing else where Firefox has but a reason', () => {
    const explained = { ...refusing, firefox: { why: 'it keeps to the first address' } };

    expect(forBrowser(explained, 'firefox')).toEqual(forBrowser(refusing, 'firefox'));
    expect(forBrowser(explained, 'chromium')).toEqual(refusing);
  });

  it('uses the overrides for Firefox in Firefox only', () => {
    const services = { vk: { states: ['insufficient' as const] } };
    const scenario = { ...refusing, firefox: { services, network: ['degraded' as const] } };

    expect(forBrowser(scenario, 'firefox')).toMatchObject({
      network: ['degraded'],
      services: { viber: { states: ['likely_blocked'] }, vk: { states: ['insufficient'] } },
    });
    expect(forBrowser(scenario, 'chromium')).toEqual(refusing);
  });

  it('uses the overrides for other services in Firefox', () => {
    const others = { states: ['insufficient' as const] };

    expect(forBrowser({ ...refusing, firefox: { others } }, 'firefox').others).toEqual(others);
  });
});
