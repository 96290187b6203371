import { classifyChromiumFailure } from './chromium.ts';
import { classifyFirefoxFailure } from './firefox.ts';
import type { ClassifyFailure } from './types.ts';

export type { ClassifyFailure } from './types.ts';

/** The classifier of the engine that the extension was built for. */
export function failureClassifier(engine: 'chromium' | 'firefox'): ClassifyFailure {
  return engine === 'firefox' ? classifyFirefoxFailure : classifyChromiumFailure;
}
