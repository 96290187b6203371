import { useId, useRef } from 'preact/hooks';

export interface QuestionProps {
  /** Of the button that asks. */
  label: string;
  /** What it is called where its label alone does not tell it from others. */
  name?: string;
  question: string;
  what: string;
  yes: string;
  no: string;
  disabled?: boolean;
  onYes: () => void;
}

/** A button that asks once. The browser moves the focus into the question, and back after it. */
export function Question({ label, name, question, what, yes, no, disabled, onYes }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    onYes();
  };
  return (
    <>
      <button
        type="button"
        aria-label={name}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-question`} aria-describedby={`${id}-what`}>
        <h3 id={`${id}-question`}>{question}</h3>
        <p id={`${id}-what`}>{what}</p>
        <div class="actions">
          <button type="button" class="main" onClick={confirm}>
            {yes}
          </button>
          <button type="button" autofocus onClick={close}>
            {no}
          </button>
        </div>
      </dialog>
    </>
  );
}
