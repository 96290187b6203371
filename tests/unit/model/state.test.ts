import { expect, it } from 'vitest';
import { confirms, type ServiceState } from '../../../lib/model/state.ts';

it.each<[boolean, ServiceState, ServiceState, ServiceState]>([
  [true, 'down', 'likely_blocked', 'ok'],
  [true, 'impaired', 'down', 'ok'],
  [true, 'impaired', 'ok', 'blocked'],
  [true, 'likely_blocked', 'blocked', 'ok'],
  // A block is confirmed by blocks alone.
  [false, 'likely_blocked', 'down', 'ok'],
  // What saw the state that is shown confirms nothing else.
  [false, 'ok', 'impaired', 'impaired'],
  [false, 'ok', 'down', 'impaired'],
  [false, 'ok', 'likely_blocked', 'blocked'],
])('says %s of a round that saw %s after one that saw %s, with %s shown', (expected, ...states) => {
  expect(confirms(...states)).toBe(expected);
});
