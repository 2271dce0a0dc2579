import './forms.css';
import { Alert, Button, Group, Modal } from '@mantine/core';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { fieldProblem, type Field, type FieldValue, type FormProblems, type FormValues } from './field.ts';
import { FieldInput } from './field-input.tsx';

export type FormDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly fields: readonly Field[];
  readonly initial?: FormValues;
  /** A verb: Add partner. */
  readonly submitLabel: string;
  /** What only the whole form can tell; asked on every change once the form was sent in vain. */
  readonly check?: (values: FormValues) => FormProblems;
  /** Takes the values; answers problems by field name (`''` for the form) to keep the dialog open. The caller closes it otherwise. */
  readonly onSubmit: (values: FormValues) => FormProblems | void | Promise<FormProblems | void>;
  readonly onClose: () => void;
  /** Under the fields, for what follows from the values. */
  readonly aside?: (values: FormValues) => ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
};

/** A form in a dialog: fields in, values out. Enter sends it, Mod+Enter from anywhere, Escape closes it. */
export function FormDialog(props: FormDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size={props.size ?? 'md'}>
      {props.opened && <FormBody {...props} />}
    </Modal>
  );
}

function FormBody({ intro, fields, initial = {}, submitLabel, check, onSubmit, onClose, aside }: FormDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<FormValues>(() => Object.fromEntries(fields.map((field) => [field.name, initial[field.name] ?? blank(field)])));
  const [tried, setTried] = useState(false);
  const [answered, setAnswered] = useState<FormProblems>({});
  const [busy, setBusy] = useState(false);
  const problems: FormProblems = { ...(tried ? problemsOf(fields, values, check) : {}), ...answered };

  function set(name: string, value: FieldValue) {
    setValues((now) => ({ ...now, [name]: value }));
    setAnswered({});
  }
  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    setTried(true);
    let found = problemsOf(fields, values, check);
    if (Object.keys(found).length === 0) {
      setBusy(true);
      found = (await onSubmit(values)) ?? {};
      setBusy(false);
      setAnswered(found);
    }
    const first = fields.find((field) => found[field.name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"], [data-field="${first.name}"] input`)?.focus();
  }
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(); }}>
      {intro && <p className="sp-form-intro">{intro}</p>}
      <div className="sp-fields">
        {fields.map((field, index) => (
          <div key={field.name} data-field={field.name} data-width={field.width ?? 'full'}>
            <FieldInput field={field} value={values[field.name] ?? null} error={problems[field.name] ?? null} autoFocus={index === 0} onChange={(value) => { set(field.name, value); }} />
          </div>
        ))}
      </div>
      {aside && <div className="sp-form-aside">{aside(values)}</div>}
      {problems[''] && <Alert mt="md" color="red" variant="light" role="alert">{problems['']}</Alert>}
      <div aria-live="assertive" className="sp-spoken">{Object.values(problems).join(' ')}</div>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>Cancel</Button>
        <Button type="submit" loading={busy}>{submitLabel}</Button>
      </Group>
    </form>
  );
}

function problemsOf(fields: readonly Field[], values: FormValues, check: FormDialogProps['check']): FormProblems {
  const own = fields.flatMap((field) => {
    const problem = fieldProblem(field, values[field.name] ?? null);
    return problem ? [[field.name, problem] as const] : [];
  });
  return { ...(check?.(values) ?? {}), ...Object.fromEntries(own) };
}

function blank(field: Field): FieldValue {
  if (field.kind === 'flag') return false;
  if (field.kind === 'choices') return [];
  return field.kind === 'text' ? '' : null;
}
