import type { Language } from './languages.ts';
import { numberFormat } from './numbers.ts';

/** "97%", and neither 0 nor 100 of what is more or less: one check that failed must not vanish among a thousand. */
export function shareText(language: Language, share: number): string {
  const isWhole = share === 0 || share === 1;
  const shown = isWhole ? share : Math.min(0.99, Math.max(0.01, share));
  return numberFormat(language, { style: 'percent' }).format(shown);
}
