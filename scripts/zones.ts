import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup/index.mjs';
import { renderZones } from './zones/render.ts';

writeFileSync(path.join(root, 'lib/routing/zones-by-area.ts'), renderZones());
