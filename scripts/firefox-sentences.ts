import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFirefox } from './firefox-sentences/read-firefox.ts';
import { renderFingerprints, renderSample } from './firefox-sentences/render.ts';
import { reportFailure, root } from './setup/index.mjs';

// Debian's; a folder of another Firefox with its language packs may be given.
const folder = process.argv[2] ?? '/usr/lib/firefox-esr';

try {
  const sentences = readFirefox(folder);
  writeFileSync(path.join(root, 'lib/failure/firefox-sentences.ts'), renderFingerprints(sentences));
  writeFileSync(path.join(root, 'tests/helpers/firefox-sentences.json'), renderSample(sentences));
} catch (error) {
  reportFailure(error);
}
