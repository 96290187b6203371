import { useState } from 'preact/hooks';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isLabelSet, isLocked, labelFor } from '../../lib/settings/organisation.ts';
import {
  readTypedUpload,
  type TypedUpload,
  type UploadDraft,
  type UploadDraftProblem,
  type UploadSignal,
  uploadEncodings,
  uploadKinds,
  uploadSignals,
} from '../../lib/settings/upload.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import type { UploadActions } from '../../lib/view/actions/upload-actions.ts';
import { Choice } from '../forms/Choice.tsx';
import { Problem } from '../forms/Problem.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { UploadPreview } from './UploadPreview.tsx';

const empty: TypedUpload = {
  kind: 'otlp',
  url: '',
  signals: [...uploadSignals],
  encoding: 'json',
  authorization: '',
  label: '',
  country: '',
  routing: false,
  group: 'dozvon',
  pushUrls: '',
};

/** Names, the same in all languages. */
const programs = { gatus: 'Gatus', 'uptime-kuma': 'Uptime Kuma' };

/** The fields of text that each kind of server needs, in their order. */
const fields = {
  otlp: ['url', 'authorization', 'label', 'country'],
  gatus: ['url', 'group', 'authorization'],
  'uptime-kuma': ['pushUrls'],
} as const;

type TextField = (typeof fields)[keyof typeof fields][number];

interface UploadFormProps extends Pick<UploadActions, 'onUploadOn' | 'onPreviewUpload'> {
  checkSettings: Pick<CheckSettings, 'organisation'>;
  /** On or off. */
  services: readonly ServiceChoice[];
}

/**
 * A form for an upload. What does not fit is said, and nothing is sent before a yes. The random id that previews show
 * is the one that is sent then; it is kept nowhere before.
 */
export function UploadForm(props: UploadFormProps) {
  const { checkSettings, services } = props;
  const { t } = useDashboardText();
  const [changed, setChanged] = useState<Partial<TypedUpload>>({});
  const label = labelFor(checkSettings, changed.label ?? null);
  const typed = { ...empty, ...changed, label };
  const [instance] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<UploadDraftProblem | null>(null);
  const set = (change: Partial<TypedUpload>) => setChanged({ ...changed, ...change });

  /** Null where something does not fit, which then shows. */
  function read(): UploadDraft | null {
    const result = readTypedUpload(
      typed,
      services.map(({ id }) => id),
    );
    const isWrong = 'rule' in result;
    setProblem(isWrong ? result : null);
    return isWrong ? null : result;
  }

  function turnOn(event: Event) {
    event.preventDefault();
    const draft = read();
    if (draft !== null) props.onUploadOn(draft, instance);
  }

  return (
    <form class="fields" noValidate onSubmit={turnOn}>
      <Select
        label={t('upload.kind')}
        values={uploadKinds}
        nameOf={(kind) => (kind === 'otlp' ? t('upload.kind.otlp') : programs[kind])}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
      />
      {fields[typed.kind].map((field) => (
        <TextInput
          key={field}
          field={field}
          value={typed[field]}
          isWrong={problem?.field === field}
          isSet={field === 'label' && isLabelSet(checkSettings, label)}
          isDisabled={field === 'label' && isLocked(checkSettings, 'label')}
          onInput={(value) => set({ [field]: value })}
        />
      ))}
      {typed.kind === 'otlp' && <OtlpChoices typed={typed} onChange={set} />}
      <Problem id="upload-problem">
        {problem !== null && <Sentence problem={problem} services={services} />}
      </Problem>
      <UploadPreview key={JSON.stringify(typed)} read={read} instance={instance} {...props} />
      <div class="actions">
        <button type="submit">{t('upload.on')}</button>
      </div>
    </form>
  );
}

interface OtlpChoicesProps {
  typed: TypedUpload;
  onChange: (change: Partial<TypedUpload>) => void;
}

function OtlpChoices({ typed, onChange }: OtlpChoicesProps) {
  const { t } = useDashboardText();
  const withSignal = (signal: UploadSignal, isOn: boolean) =>
    uploadSignals.filter((one) => (one === signal ? isOn : typed.signals.includes(one)));
  return (
    <>
      <fieldset>
        <legend>{t('upload.field.signals')}</legend>
        {uploadSignals.map((signal) => (
          <Choice
            key={signal}
            label={t(`upload.signals.${signal}`)}
            isOn={typed.signals.includes(signal)}
            onChange={(isOn) => onChange({ signals: withSignal(signal, isOn) })}
          />
        ))}
        <Choice
          label={t('upload.routing')}
          isOn={typed.routing}
          onChange={(routing) => onChange({ routing })}
        />
      </fieldset>
      <Select
        label={t('upload.encoding')}
        values={uploadEncodings}
        nameOf={(encoding) => (encoding === 'json' ? 'JSON' : 'Protobuf')}
        value={typed.encoding}
        onChange={(encoding) => onChange({ encoding })}
      />
    </>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value;
  onChange: (value: Value) => void;
}

function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, values, nameOf, value, onChange } = props;
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ currentTarget }) => onChange(values[currentTarget.selectedIndex] ?? value)}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextInputProps {
  field: TextField;
  value: string;
  isWrong: boolean;
  /** Whether an organisation has set it. */
  isSet: boolean;
  isDisabled: boolean;
  onInput: (value: string) => void;
}

function TextInput(props: TextInputProps) {
  const { field, value, isWrong, isSet, isDisabled, onInput } = props;
  const { t } = useDashboardText();
  const id = `upload-${field}`;
  const shared = {
    id,
    value,
    disabled: isDisabled,
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? 'upload-problem' : `${id}-how`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onInput(currentTarget.value),
  } as const;
  return (
    <div>
      <label for={id}>{t(`upload.field.${field}`)}</label>
      {field === 'pushUrls' ? (
        <textarea {...shared} rows={4} dir="ltr" />
      ) : field === 'authorization' ? (
        <input {...shared} type="password" />
      ) : (
        <input {...shared} type="text" />
      )}
      <small id={`${id}-how`}>
        {t(isSet ? 'settings.organisation' : `upload.field.${field}.how`)}
      </small>
    </div>
  );
}

interface SentenceProps extends Pick<UploadFormProps, 'services'> {
  problem: UploadDraftProblem;
}

function Sentence({ problem: { field, found, rule }, services }: SentenceProps) {
  const { t } = useDashboardText();
  const isSecret = field === 'authorization';
  const name = field in names ? t(names[field as keyof typeof names]) : '';
  const values = {
    field: name,
    allowed: t(`upload.rule.${rule}`, { ids: services.map(idOf).join(', ') }),
  };
  return (
    <>
      {found.trim() === '' || isSecret
        ? t(isSecret ? 'upload.problem.secret' : 'own.problem.empty', values)
        : t('own.problem', { ...values, found })}
    </>
  );
}

/** Of a site of one's own, with its name: the id tells nothing. */
function idOf({ id, name, own }: ServiceChoice): string {
  return own === undefined ? id : `${id} (${name})`;
}

const names = {
  url: 'upload.field.url',
  signals: 'upload.field.signals',
  authorization: 'upload.field.authorization',
  label: 'upload.field.label',
  country: 'upload.field.country',
  group: 'upload.field.group',
  pushUrls: 'upload.field.pushUrls',
} as const;
