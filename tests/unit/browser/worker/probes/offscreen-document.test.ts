import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOffscreenDocument } from '../../../../../lib/browser/worker/probes/offscreen-document.ts';

/** The page that the browser has open; null without one. */
let open: string | null;
let asked: string[];

beforeEach(() => {
  open = null;
  asked = [];
  Object.assign(fakeBrowser.runtime, {
    getContexts: async () => {
      asked.push('is open');
      return open === null ? [] : [{}];
    },
  });
  Object.assign(fakeBrowser, {
    offscreen: {
      createDocument: async ({ url }: { url: string }) => {
        if (open !== null) throw new Error('Only a single offscreen document may be created.');
        asked.push(`create ${url}`);
        open = url;
      },
      closeDocument: async () => {
        if (open === null) throw new Error('No current offscreen document.');
        asked.push(`close ${open}`);
        open = null;
      },
    },
  });
});

describe('the document', () => {
  it('is opened once, and not asked for once it is closed', async () => {
    const document = createOffscreenDocument();

    await document.close();
    await document.close();
    await document.open('offscreen.html');
    await document.open('offscreen.html');
    await document.close();
    await document.close();

    expect(asked).toEqual([
      'is open',
      'create offscreen.html',
      'is open',
      'is open',
      'close offscreen.html',
    ]);
  });

  it('that an earlier worker left is closed first', async () => {
    open = 'upload.html';

    await createOffscreenDocument().open('offscreen.html');

    expect(asked).toEqual(['is open', 'close upload.html', 'create offscreen.html']);
  });

  it('that ended by itself is opened anew', async () => {
    const document = createOffscreenDocument();
    await document.open('offscreen.html');
    open = null;

    await document.open('offscreen.html');

    expect(open).toBe('offscreen.html');
  });

  it('that could not be opened is asked for again', async () => {
    const document = createOffscreenDocument();
    await document.close();
    open = 'offscreen.html';
    await expect(document.open('offscreen.html')).rejects.toThrow('Only a single');

    await document.open('offscreen.html');

    expect(open).toBe('offscreen.html');
  });

  it('of one kind is closed by who opened it alone', async () => {
    const document = createOffscreenDocument();
    await document.open('offscreen.html');

    await document.close('upload.html');

    expect(open).toBe('offscreen.html');
  });
});
