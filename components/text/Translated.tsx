import type { Message } from '../../lib/i18n/text.ts';
import { useText } from './TextProvider.tsx';

interface TranslatedProps {
  message: Message;
}

/** Translates a message of `lib/view` into the page's language. */
export function Translated({ message }: TranslatedProps) {
  return <>{useText().t(message.id, message.values)}</>;
}
