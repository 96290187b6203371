import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderCodebook } from './codebook/render.ts';
import { root } from './setup/index.mjs';

writeFileSync(path.join(root, 'docs/data.md'), renderCodebook());
