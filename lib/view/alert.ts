import type { BadgeMessageId } from '../../locales/en/badge.ts';
import type { Message } from '../i18n/text.ts';
import type { Alert, AlertKind } from '../model/alert.ts';
import type { AlertSettings } from '../settings/alert-settings.ts';
import type { CheckSettings } from '../settings/check-settings.ts';

/** A notification, which others may see on the screen too. */
export interface ShownText {
  icon: 'own' | 'plain';
  title: Message<BadgeMessageId>;
  lines: Message<BadgeMessageId>[];
}

const kinds: AlertKind[] = ['closed', 'down', 'impaired', 'ok'];

/** Says no more than the person allows: names, or that messengers are concerned, or neither. Like changes are one line. */
export function alertText(
  { news, isDigest }: Alert,
  { showsNames }: Pick<AlertSettings, 'showsNames'>,
  { discreet }: Pick<CheckSettings, 'discreet'>,
): ShownText {
  const name = { id: 'badge.discreet' } as const;
  if (discreet) return { icon: 'plain', title: name, lines: [{ id: 'alert.discreet' }] };
  const title = isDigest ? ({ id: 'alert.digest' } as const) : name;
  if (!showsNames) return { icon: 'own', title, lines: [{ id: 'alert.unnamed' }] };
  const lines = kinds.flatMap((kind): Message<BadgeMessageId>[] => {
    const names = news.filter((one) => one.kind === kind).map((one) => one.name);
    return names.length === 0
      ? []
      : [{ id: `alert.${kind}`, values: { names, count: names.length } }];
  });
  return { icon: 'own', title, lines };
}
