/** Collects a file in the browser's own store, so that it is never whole in the page's memory. */
export async function spool(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  type: string,
): Promise<Blob> {
  const reader = parts[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await reader.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await reader.return?.();
    },
  });
  return new Response(stream, { headers: { 'Content-Type': type } }).blob();
}
