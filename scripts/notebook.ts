import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderNotebook } from './notebook/render.ts';
import { root } from './setup/index.mjs';

writeFileSync(path.join(root, 'docs/fleet/notebook.md'), await renderNotebook());
