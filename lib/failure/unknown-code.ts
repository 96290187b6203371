import { isUnknownToChromium } from './chromium.ts';
import { isUnknownToFirefox } from './firefox.ts';

/**
 * Whether no table of ours knows a raw code. Browsers of next year will have such, some of which are no
 * failures at all.
 */
export function isUnknownCode(code: string): boolean {
  return isUnknownToChromium(code) || isUnknownToFirefox(code);
}
