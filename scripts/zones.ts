import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup/index.mjs';
import { renderCountryZones } from './zones/render.ts';

writeFileSync(path.join(root, 'lib/routing/country-zones.ts'), renderCountryZones());
