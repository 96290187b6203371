import type { RequestFrame } from '../../probe/converse-freshly.ts';
import type { FrameAnswer, FrameRequest } from '../../probe/frame-fetch.ts';
import { begun } from '../frame/serve-frame.ts';

const page = '/fresh-frame.html';

/**
 * Opens a sandboxed frame without credentials. All such frames of one document share their connections and
 * names, with nothing else: a new document begins with none.
 */
export function openRequestFrame(request: FrameRequest): RequestFrame {
  const started = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<FrameAnswer>();
  const { port1: port, port2: end } = new MessageChannel();
  port.addEventListener('message', ({ data }: MessageEvent<typeof begun | FrameAnswer>) => {
    if (data === begun) started.resolve();
    else answered.resolve(data);
  });
  port.start();
  const frame = document.createElement('iframe');
  Object.assign(frame, { credentialless: true, src: page });
  // The frame's origin is opaque, so only `*` reaches it.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(request, '*', [end]));
  document.body.append(frame);
  return {
    begun: started.promise,
    answered: answered.promise,
    remove() {
      frame.remove();
      port.close();
    },
  };
}
