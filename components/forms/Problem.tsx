import type { ComponentChildren } from 'preact';
import { StateIcon } from '../signs/StateIcon.tsx';

interface ProblemProps {
  /** For the field that it describes. */
  id?: string | undefined;
  /** In words; null or false where nothing is wrong. */
  children: ComponentChildren;
}

/** What is wrong with what a person entered or opened; always present, so that screen readers announce it. */
export function Problem({ id, children }: ProblemProps) {
  return (
    <div id={id} role="alert" class="problem">
      {children && (
        <>
          <StateIcon sign="impaired" />
          <span>{children}</span>
        </>
      )}
    </div>
  );
}
