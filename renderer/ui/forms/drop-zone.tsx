import './drop-zone.css';
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';

export type DropZoneProps = {
  readonly title: string;
  readonly hint?: ReactNode;
  /** File name endings, with the dot: `['.csv', '.xlsx']`; any when absent. */
  readonly endings?: readonly string[];
  readonly multiple?: boolean;
  readonly buttonLabel?: string;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Takes files by drop, by click and by keyboard; files of other kinds are named and left out. */
export function DropZone({ title, hint, endings, multiple = false, buttonLabel = 'Choose a file', onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  function take(files: readonly File[]) {
    const fit = files.filter((file) => !endings || endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
    const rest = files.filter((file) => !fit.includes(file));
    const tooMany = !multiple && fit.length > 1;
    setProblem(rest.length > 0 ? `Not read: ${rest.map((file) => file.name).join(', ')}. Only ${endings?.join(', ') ?? ''} files are read here: save it as one of them. Nothing was changed.` : tooMany ? 'One file at a time: the first was taken.' : null);
    if (fit.length > 0) onFiles(multiple ? fit : fit.slice(0, 1));
  }
  return (
    <div
      className="sp-drop" data-over={over || undefined} role="group" aria-labelledby={titleId}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={(event) => { event.preventDefault(); setOver(false); take([...event.dataTransfer.files]); }}
    >
      <IconFileUpload size={28} aria-hidden />
      <strong id={titleId}>{title}</strong>
      {hint && <span className="sp-muted">{hint}</span>}
      <Button variant="default" onClick={() => input.current?.click()}>{buttonLabel}</Button>
      <input ref={input} type="file" hidden multiple={multiple} accept={endings?.join(',')} onChange={(event) => { take([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ''; }} />
      <span role="alert" className="sp-drop-problem">{problem}</span>
    </div>
  );
}
