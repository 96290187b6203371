import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Text } from '../../../../lib/backup/schema/fields.ts';

it('a text of a backup has 65,536 characters at most', () => {
  expect(v.is(Text, 'a'.repeat(65_536))).toBe(true);
  expect(v.is(Text, 'a'.repeat(65_537))).toBe(false);
});
