import { parseArgs } from 'node:util';
import { compareOwnExports } from '../tests/exports/own-exports.ts';
import { reportFailure } from './setup/index.mjs';

const { values } = parseArgs({ options: { attempts: { type: 'string', default: '100000' } } });
const attempts = Number(values.attempts);
if (!Number.isInteger(attempts) || attempts < 1) {
  console.error('--attempts: allowed is a whole number from 1');
  process.exit(2);
}

try {
  const compared = await compareOwnExports(attempts);
  console.table(
    compared.map(({ differences, ...figures }) => ({
      ...figures,
      differences: differences.length,
    })),
  );
  const different = compared.filter(({ differences }) => differences.length > 0);
  for (const { name, differences } of different)
    for (const difference of differences) console.error(`${name}: ${difference}`);
  process.exitCode = different.length === 0 ? 0 : 1;
} catch (error) {
  reportFailure(error);
}
