import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { ScrollBox } from '../page/ScrollBox.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface FoldedTableProps {
  class: string;
  heads: readonly { id: string; text: string }[];
  /** Its rows, newest first. */
  children: () => ComponentChildren;
}

/** Bars as a table of times; made once it is unfolded. */
export function FoldedTable({ class: name, heads, children }: FoldedTableProps) {
  const { t } = useDashboardText();
  const isOpen = useSignal(false);
  return (
    <details
      class="evidence"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{t('times.title')}</summary>
      {isOpen.value && (
        <ScrollBox label={t('times.title')}>
          <table class={`attempts ${name}`}>
            <caption>
              <span>{t('times.caption')}</span>
            </caption>
            <thead>
              <tr>
                {heads.map(({ id, text }) => (
                  <th key={id} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children()}</tbody>
          </table>
        </ScrollBox>
      )}
    </details>
  );
}
