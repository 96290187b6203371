import type { SignalId } from '../model/route.ts';
import type { Language } from './languages.ts';
import { createTextFile } from './text-file.ts';

export type SignalTexts = Record<SignalId, string>;

const signalTexts = createTextFile<SignalId>({
  texts: import.meta.glob<Record<SignalId, string>>('../../locales/*/signals.ts', {
    import: 'signals',
  }),
});

/** Kept apart from the other texts: pages load these only once the route is unfolded. */
export async function loadSignalTexts(language: Language): Promise<SignalTexts> {
  await signalTexts.load(language);
  return signalTexts.of(language);
}
