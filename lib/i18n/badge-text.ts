import type { BadgeMessageId } from '../../locales/en/badge.ts';
import type { Language } from './languages.ts';
import { createTranslator, type Values } from './translator.ts';

/** Translates what the worker says; it loads no other texts. */
export interface BadgeText {
  language: Language;
  t: (id: BadgeMessageId, values?: Values) => string;
}

export function createBadgeText(
  language: Language,
  messages: Record<BadgeMessageId, string>,
): BadgeText {
  return { language, t: createTranslator(language, messages) };
}
