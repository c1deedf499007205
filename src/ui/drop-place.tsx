import { useId, useState } from 'preact/hooks';

/** A file as somebody gives it: chosen, dropped, or pasted. */
export interface TakenFile {
  readonly name: string;
  readonly blob: Blob;
  /** In milliseconds since 1970. */
  readonly lastModified: number;
  /** It is a folder, which was dropped: nothing can be read of it. */
  readonly folder?: boolean;
}

interface DropPlaceProps {
  readonly label: string;
  readonly hint: string;
  /** The name by which others find the input. */
  readonly input: string;
  /** What the browser's dialog offers. */
  readonly accept: string;
  /** The browser's dialog gives one file only; a drop may hold several all the same. */
  readonly single?: boolean;
  readonly onFiles: (files: readonly TakenFile[]) => void;
}

/** Where files are chosen or dropped. */
export function DropPlace({ label, hint, input, accept, single = false, onFiles }: DropPlaceProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onFiles(dropped(event.dataTransfer));
  };
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    onFiles(filesTaken(event.currentTarget.files ?? []));
    event.currentTarget.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the same is done with the file input inside
    <div
      class="drop"
      data-over={over ? 'yes' : undefined}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        data-input={input}
        multiple={!single}
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** Files as a browser lists them. */
export const filesTaken = (files: Iterable<File>): TakenFile[] =>
  Array.from(files, (blob) => ({
    name: blob.name,
    blob,
    // Chromium asks the disk, and waits: with thousands of files only where somebody needs to know.
    get lastModified() {
      return blob.lastModified;
    },
  }));

/** What was dropped: files, and folders, which a browser hands over as if they were files. */
function dropped({ items, files }: DataTransfer): TakenFile[] {
  const entries = Array.from(items ?? []).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const folders = new Set(entries.filter((entry) => entry.isDirectory).map(({ name }) => name));
  const names = new Set(Array.from(files, ({ name }) => name));
  return [
    ...filesTaken(files).map((file) => (folders.has(file.name) ? { ...file, folder: true } : file)),
    ...[...folders]
      .filter((name) => !names.has(name))
      .map((name) => ({ name, blob: new Blob(), lastModified: 0, folder: true })),
  ];
}
