import { classifyChromiumFailure } from './chromium.ts';
import { firefoxClassifier } from './firefox.ts';
import type { ClassifyFailure } from './types.ts';

export type { ClassifyFailure } from './types.ts';

/**
 * The classifier of the engine that the extension was built for.
 * @param language of the browser itself, in which Firefox words its errors
 */
export function failureClassifier(
  engine: 'chromium' | 'firefox',
  language: string,
): ClassifyFailure {
  return engine === 'firefox' ? firefoxClassifier(language) : classifyChromiumFailure;
}
