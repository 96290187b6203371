import { describe, expect, it } from 'vitest';
import { type GenuineAnswer, shareAddress } from '../../../lib/routing/shared-address.ts';

const at = (address: string, ...operators: string[]): GenuineAnswer[] =>
  operators.map((operator) => ({ operator, address }));
const shared = '203.0.114.7';

describe('unrelated operators share an address', () => {
  it.each<[string, GenuineAnswer[], boolean]>([
    [
      'if three answer from it and two from their own',
      [...at(shared, 'A', 'B', 'C'), ...at('1.1.1.2', 'D'), ...at('1.1.1.3', 'E')],
      true,
    ],
    [
      'not if only two do, as on a content network',
      [...at(shared, 'A', 'B', 'B'), ...at('1.1.1.2', 'D'), ...at('1.1.1.3', 'E')],
      false,
    ],
    [
      'not if all but one answer from it, as behind a proxy',
      [...at(shared, 'A', 'B', 'C', 'D'), ...at('1.1.1.3', 'E', 'E')],
      false,
    ],
    ['not if everything comes from it', at(shared, 'A', 'B', 'C', 'D', 'E'), false],
    ['not without an answer', [], false],
  ])('%s', (_case, answers, expected) => {
    expect(shareAddress(answers)).toBe(expected);
  });
});
