import { useState } from 'preact/hooks';
import type { OwnServiceDraft, SiteAnswer } from '../../lib/model/own-service.ts';
import { type OwnServiceProblem, readDraft } from '../../lib/settings/own-services.ts';
import type { OwnServiceActions } from '../../lib/view/actions/own-service-actions.ts';
import { Problem } from '../forms/Problem.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { SiteAnswerLines } from './SiteAnswerLines.tsx';
import { useAnswer } from './use-answer.ts';

interface OwnServiceFormProps extends Pick<OwnServiceActions, 'onAddService' | 'onTryService'> {
  /** Whether the person agreed to requests. */
  mayTry: boolean;
}

type Field = keyof OwnServiceDraft;

const fields: readonly Field[] = ['name', 'url', 'contains'];
const empty: Record<Field, string> = { name: '', url: '', contains: '' };

/** A form for a service of one's own. What does not fit is said, and nothing is sent. */
export function OwnServiceForm({ mayTry, onAddService, onTryService }: OwnServiceFormProps) {
  const text = useDashboardText();
  const { t } = text;
  const [typed, setTyped] = useState(empty);
  const [problem, setProblem] = useState<OwnServiceProblem | null>(null);
  const { answer, ask, drop } = useAnswer<SiteAnswer | 'asking'>();

  /** Null where something does not fit, which then shows. */
  function read(values: Record<Field, string>): OwnServiceDraft | null {
    const result = readDraft(values);
    const isWrong = 'rule' in result;
    setProblem(isWrong ? result : null);
    return isWrong ? null : result;
  }

  function add(event: Event) {
    event.preventDefault();
    const draft = read(typed);
    if (draft === null) return;
    onAddService(draft);
    setTyped(empty);
    drop();
  }

  function askOnce() {
    // A site may be tried before it has a name.
    const draft = read({ ...typed, name: typed.name.trim() === '' ? '?' : typed.name });
    if (draft === null) return;
    void ask(onTryService({ url: draft.url, contains: draft.contains }), 'asking');
  }

  return (
    <form class="fields" noValidate onSubmit={add}>
      {fields.map((field) => (
        <FieldInput
          key={field}
          field={field}
          value={typed[field]}
          isWrong={problem?.field === field}
          onInput={(value) => {
            setTyped({ ...typed, [field]: value });
            if (field !== 'name') drop();
          }}
        />
      ))}
      <div class="actions">
        <button type="submit">{t('own.add')}</button>
        <button type="button" disabled={!mayTry || answer === 'asking'} onClick={askOnce}>
          {t('own.try')}
        </button>
      </div>
      <Problem id="own-problem">{problem !== null && problemText(problem, text)}</Problem>
      <SiteAnswerLines answer={answer} />
    </form>
  );
}

interface FieldInputProps {
  field: Field;
  value: string;
  isWrong: boolean;
  onInput: (value: string) => void;
}

function FieldInput({ field, value, isWrong, onInput }: FieldInputProps) {
  const { t } = useDashboardText();
  return (
    <div>
      <label for={`own-${field}`}>{t(`own.field.${field}`)}</label>
      <input
        id={`own-${field}`}
        type="text"
        value={value}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'own-problem' : `own-${field}-how`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <small id={`own-${field}-how`}>{t(`own.field.${field}.how`)}</small>
    </div>
  );
}

function problemText(
  { field, found, rule }: OwnServiceProblem,
  { t }: ReturnType<typeof useDashboardText>,
): string {
  const values = { field: t(`own.field.${field}`), allowed: t(`own.rule.${rule}`) };
  return found.trim() === ''
    ? t('own.problem.empty', values)
    : t('own.problem', { ...values, found });
}
