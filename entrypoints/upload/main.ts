import { runUpload } from '../../lib/browser/document/run-upload.ts';

await runUpload();
