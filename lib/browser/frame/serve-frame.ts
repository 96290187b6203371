import { type FrameRequest, fetchInFrame } from '../../probe/frame-fetch.ts';

/** Says that the request has been made; the answer follows. */
export const begun = 'begun';

/** Answers the one request of the page that contains this frame. */
export function serveFrame(): void {
  addEventListener(
    'message',
    ({ data, ports: [port] }: MessageEvent<FrameRequest>) => {
      const answering = fetchInFrame(data, {
        fetch: (input, init) => fetch(input, init),
        clock: () => performance.now(),
      });
      forbidRequests();
      port?.postMessage(begun);
      void answering.then((answer) => port?.postMessage(answer));
    },
    { once: true },
  );
}

/** The request is on its way; from now on the browser follows no redirect, wherever it leads. */
function forbidRequests(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}
