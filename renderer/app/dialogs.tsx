import { useStore } from 'zustand';
import { ConfirmDialog } from '#renderer/ui/forms/confirm-dialog.tsx';
import { FormDialog } from '#renderer/ui/forms/form-dialog.tsx';
import { frame } from './frame-state.ts';

/** Shows the oldest question that waits for an answer. */
export function Dialogs() {
  const asked = useStore(frame, (state) => state.asked[0]);
  if (!asked) return null;
  const done = () => { frame.setState(({ asked: [, ...waiting] }) => ({ asked: waiting })); };
  if (asked.kind === 'question') {
    const { title, text, yes, isDangerous = false } = asked.question;
    const answer = (said: boolean) => { done(); asked.answer(said); };
    return <ConfirmDialog opened title={title} confirmLabel={yes} danger={isDangerous} onConfirm={() => { answer(true); }} onClose={() => { answer(false); }}>{text}</ConfirmDialog>;
  }
  const { title, intro, fields, initial, submit, check, take } = asked.form;
  return (
    <FormDialog
      opened title={title} fields={fields} submitLabel={submit} {...(intro !== undefined && { intro })} {...(initial && { initial })} {...(check && { check })}
      onSubmit={(values) => {
        const refused = take?.(values);
        if (refused && Object.keys(refused).length > 0) return refused;
        done();
        asked.answer(values);
        return undefined;
      }}
      onClose={() => { done(); asked.answer(null); }}
    />
  );
}
