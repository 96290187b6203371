import type { Message } from '../lib/i18n/text.ts';
import { useText } from './TextProvider.tsx';

interface SayProps {
  message: Message;
}

/** A message that was worked out elsewhere, in the language of the page. */
export function Say({ message }: SayProps) {
  return <>{useText().say(message.id, message.values)}</>;
}
