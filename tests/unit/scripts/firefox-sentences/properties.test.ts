import { expect, it } from 'vitest';
import { parseProperties } from '../../../../scripts/firefox-sentences/properties.ts';

it('reads names and values, and leaves comments out', () => {
  const text = '# a = b\n\nONE=Peer’s Certificate\r\n TWO = a = b \n!no=1\n';

  expect([...parseProperties(text)]).toEqual([
    ['ONE', 'Peer’s Certificate'],
    ['TWO', 'a = b'],
  ]);
});

it('reads escapes, and values of several lines', () => {
  const text = 'ONE=g\\u02BBalati\\n\\"so\\"\nTWO=first \\\n   second\n';

  expect([...parseProperties(text)]).toEqual([
    ['ONE', 'gʻalati\n"so"'],
    ['TWO', 'first second'],
  ]);
});
