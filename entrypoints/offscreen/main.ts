import { createDeepProbes } from '../../lib/browser/document/document-probes.ts';
import { serveDeepProbes } from '../../lib/browser/worker/document-probes.ts';
import { readTimings } from '../../lib/probe/timings.ts';

serveDeepProbes(createDeepProbes(readTimings));
