interface ChoiceProps {
  label: string;
  /** Id of the element that explains it. */
  describedBy?: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** A tick with its label. */
export function Choice({ label, describedBy, isOn, isDisabled = false, onChange }: ChoiceProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}
