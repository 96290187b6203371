import { type StubOptions, startOtlpStub } from '../helpers/otlp-stub/stub.ts';
import type { SharedStub } from './simulate-week.ts';

export async function startSharedStub(): Promise<SharedStub & { close(): Promise<void> }> {
  let current: Required<StubOptions> = { fault: () => null, onTaken: () => undefined };
  const stub = await startOtlpStub({
    fault: (decoded) => current.fault(decoded),
    onTaken: (taken) => current.onTaken(taken),
  });
  return {
    url: stub.url,
    get requests() {
      return stub.requests;
    },
    use(options) {
      current = options;
    },
    close: () => stub.close(),
  };
}
