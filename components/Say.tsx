import type { Message } from '../lib/i18n/text.ts';
import { useText } from './TextProvider.tsx';

interface SayProps {
  message: Message;
}

/** Translates a message of `lib/view` into the page's language. */
export function Say({ message }: SayProps) {
  return <>{useText().say(message.id, message.values)}</>;
}
