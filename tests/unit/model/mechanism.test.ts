import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { mechanisms } from '../../../lib/model/mechanism.ts';

const method = readFileSync(path.resolve(import.meta.dirname, '../../../docs/method.md'), 'utf8');

it.each(mechanisms)('docs/method.md tells when %s is said, or that it never is', (mechanism) => {
  expect(method).toContain(`\`${mechanism}\``);
});
