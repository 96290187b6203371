import type { OffscreenDocument } from '../probes/offscreen-document.ts';

/** The page that sends, which no worker could finish; it asks for its job once it is open. */
export interface UploadPage {
  open(): Promise<void>;
  close(): Promise<void>;
}

const path = 'upload.html';

/** In Chromium in the place of the offscreen document, in Firefox as a frame of the event page. */
export function createUploadPage(offscreen: OffscreenDocument | null): UploadPage {
  if (offscreen !== null) {
    const close = () => offscreen.close(path);
    return {
      async open() {
        // One that failed would not begin anew.
        await close();
        await offscreen.open(path);
      },
      close,
    };
  }
  let frame: HTMLIFrameElement | undefined;
  const close = async () => {
    frame?.remove();
    frame = undefined;
  };
  return {
    async open() {
      await close();
      frame = document.createElement('iframe');
      frame.src = `/${path}`;
      document.body.append(frame);
    },
    close,
  };
}
