import { expect, it } from 'vitest';
import { withoutStoredPassword } from '../../../lib/probe/stored-password.ts';

it.each([
  ['wss://chat.example/', 'wss://anonymous@chat.example/'],
  ['wss://chat.example:8443/a/b?v=10&c=d', 'wss://anonymous@chat.example:8443/a/b?v=10&c=d'],
])('%s names a user and is else the same', (url, named) => {
  expect(withoutStoredPassword(url)).toBe(named);
});
