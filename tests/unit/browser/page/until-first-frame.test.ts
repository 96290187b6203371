import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilFirstFrame } from '../../../../lib/browser/page/until-first-frame.ts';

let page: EventTarget & { hidden: boolean };
let frames: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: true });
  frames = [];
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Whether it is over, as time goes by and frames are drawn. */
function waiting(): () => Promise<boolean> {
  let isOver = false;
  void untilFirstFrame().then(() => {
    isOver = true;
  });
  return async () => {
    await vi.advanceTimersByTimeAsync(1);
    return isOver;
  };
}

function show(): void {
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
}

it('waits for the second frame after a popup is shown', async () => {
  const isOver = waiting();
  const over: boolean[] = [await isOver()];

  show();
  over.push(await isOver());
  frames.shift()?.();
  over.push(await isOver());
  frames.shift()?.();
  over.push(await isOver());

  expect(over).toEqual([false, false, false, true]);
});

it('goes on without a frame where the page stays hidden', async () => {
  const isOver = waiting();
  await vi.advanceTimersByTimeAsync(500);

  expect(await isOver()).toBe(true);
  expect(frames).toEqual([]);
});
