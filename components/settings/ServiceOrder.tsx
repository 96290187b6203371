import { useRef, useState } from 'preact/hooks';
import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import { inOrder, movedBy } from '../../lib/settings/service-order.ts';
import { isWanted, type ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ServiceOrderProps {
  settings: Pick<CheckSettings, 'order' | 'services'>;
  services: readonly ServiceChoice[];
  onChange: (change: SettingsChange) => void;
}

/** In which order services that fare alike are listed. */
export function ServiceOrder({ settings, services, onChange }: ServiceOrderProps) {
  const { t } = useDashboardText();
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const shown = inOrder(
    services.filter((service) => isWanted(settings, service)),
    settings.order,
  );
  const last = shown.length - 1;

  function move(index: number, places: 1 | -1) {
    const place = index + places;
    onChange({
      order: movedBy(
        shown.map(({ id }) => id),
        index,
        places,
      ),
    });
    setMoved(
      t('settings.order.now', {
        name: shown[index]?.name ?? '',
        place: place + 1,
        count: shown.length,
      }),
    );
    focusOn(place, places);
  }

  /** The focus goes with the service; rows stay, and their texts change. At an end only one way is left. */
  function focusOn(place: number, places: 1 | -1) {
    const [up, down] = list.current?.children[place]?.querySelectorAll('button') ?? [];
    const isUp = (places === -1 && place > 0) || place === last;
    (isUp ? up : down)?.focus();
  }

  return (
    <details class="service-order">
      <summary>{t('settings.order')}</summary>
      <p>{t('settings.order.how')}</p>
      <ol ref={list}>
        {shown.map(({ name }, index) => (
          // By place, as a row that the browser moves loses the focus.
          <OrderRow
            key={index}
            name={name}
            isFirst={index === 0}
            isLast={index === last}
            onMove={(places) => move(index, places)}
          />
        ))}
      </ol>
      <p role="status" class="visually-hidden">
        {moved}
      </p>
    </details>
  );
}

interface OrderRowProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (places: 1 | -1) => void;
}

function OrderRow({ name, isFirst, isLast, onMove }: OrderRowProps) {
  const { t } = useDashboardText();
  const up = t('settings.order.up', { name });
  const down = t('settings.order.down', { name });
  return (
    <li>
      <bdi>{name}</bdi>
      <MoveButton label={up} d="M5 12l5-5 5 5" isEnd={isFirst} onMove={() => onMove(-1)} />
      <MoveButton label={down} d="M5 8l5 5 5-5" isEnd={isLast} onMove={() => onMove(1)} />
    </li>
  );
}

interface MoveButtonProps {
  label: string;
  /** The path of its arrow. */
  d: string;
  isEnd: boolean;
  onMove: () => void;
}

function MoveButton({ label, d, isEnd, onMove }: MoveButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isEnd} onClick={onMove}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={d} />
      </svg>
    </button>
  );
}
