import { useRef, useState } from 'preact/hooks';
import { useDashboardText } from './dashboard-text.ts';

interface DeleteEverythingProps {
  onDelete: () => void;
}

/** A button that asks once. The browser moves the focus into the question, and back after it. */
export function DeleteEverything({ onDelete }: DeleteEverythingProps) {
  const { t } = useDashboardText();
  const question = useRef<HTMLDialogElement>(null);
  const [isDeleting, setDeleting] = useState(false);
  const close = () => question.current?.close();
  const confirm = () => {
    close();
    setDeleting(true);
    onDelete();
  };
  return (
    <>
      <button type="button" onClick={() => question.current?.showModal()}>
        {t('forget.delete')}
      </button>
      <p role="status">{isDeleting && t('forget.deleting')}</p>
      <dialog ref={question} aria-labelledby="delete-question" aria-describedby="delete-what">
        <h3 id="delete-question">{t('forget.question')}</h3>
        <p id="delete-what">{t('forget.question.what')}</p>
        <div class="actions">
          <button type="button" class="main" onClick={confirm}>
            {t('forget.question.yes')}
          </button>
          <button type="button" autofocus onClick={close}>
            {t('forget.question.no')}
          </button>
        </div>
      </dialog>
    </>
  );
}
