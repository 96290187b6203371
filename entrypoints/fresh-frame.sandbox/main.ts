import { serveFrame } from '../../lib/browser/frame/serve-frame.ts';

serveFrame();
