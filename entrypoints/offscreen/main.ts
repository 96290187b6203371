import { createDocumentProbes } from '../../lib/browser/document/document-probes.ts';
import { serveDocumentProbes } from '../../lib/browser/document/serve.ts';
import { readTimings } from '../../lib/observe/timings.ts';

serveDocumentProbes(createDocumentProbes(readTimings));
