import type { Saving } from '../../view/page/page-sources.ts';

const progressEveryMs = 100;

/** Every drawing of a page costs more than a round. */
export function spaced(onProgress: Saving['onProgress']): Saving['onProgress'] {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < progressEveryMs) return;
    last = now;
    onProgress(progress);
  };
}
