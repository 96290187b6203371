import { useDashboardText } from '../text/dashboard-text.ts';
import { DeleteDays } from './DeleteDays.tsx';
import { DeleteService } from './DeleteService.tsx';
import type { PartProps } from './use-count.ts';

export interface DeletePartProps extends PartProps {
  /** Those that have names; there may be results of further ones. */
  services: readonly { id: string; name: string }[];
  isDeleting: boolean;
}

/** Deletes some days, or a service; how many checks that concerns is said before the question. */
export function DeletePart(props: DeletePartProps) {
  const { t } = useDashboardText();
  return (
    <section class="delete-part" aria-labelledby="delete-part">
      <h3 id="delete-part">{t('forget.part')}</h3>
      <DeleteDays {...props} />
      <DeleteService {...props} />
      <p>{t('forget.part.how')}</p>
      <p role="status">{props.isDeleting && t('forget.deleting')}</p>
    </section>
  );
}
