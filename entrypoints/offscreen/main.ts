import { serveDeepProbes } from '../../lib/browser/deep-probes.ts';
import { createDeepProbes } from '../../lib/browser/own-deep-probes.ts';
import { readTimings } from '../../lib/probe/timings.ts';

serveDeepProbes(createDeepProbes(readTimings));
