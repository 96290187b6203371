import { createDocumentProbes } from '../../lib/browser/document/document-probes.ts';
import { openRequestFrame } from '../../lib/browser/document/request-frame.ts';
import { serveDocumentProbes } from '../../lib/browser/document/serve.ts';
import { readTimings } from '../../lib/observe/timings.ts';
import { createConverseFreshly } from '../../lib/probe/converse-freshly.ts';

serveDocumentProbes({
  ...createDocumentProbes({ read: readTimings }),
  converseFreshly: createConverseFreshly(openRequestFrame),
});
