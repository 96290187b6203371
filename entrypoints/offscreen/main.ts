import { serveDeepProbes } from '../../lib/browser/deep-probes.ts';
import { createDeepProbes } from '../../lib/browser/own-deep-probes.ts';

serveDeepProbes(createDeepProbes());
