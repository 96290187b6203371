import { toStream } from '../../export/to-stream.ts';

/** Collects a file in the browser's own store, so that it is never whole in the page's memory. */
export function spool(parts: AsyncIterable<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
  return new Response(toStream(parts), { headers: { 'Content-Type': type } }).blob();
}
