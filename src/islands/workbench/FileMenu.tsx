import { useRef } from 'react';
import type { Lab } from './lab.ts';
import { Menu } from './Menu.tsx';

interface Props {
  lab: Lab;
  file: string;
  onFile: (name: string) => void;
  onOpen: (files: readonly File[]) => void;
}

/** A name like `new.yaml` that no file has yet. */
const freeName = (taken: Readonly<Record<string, string>>): string => {
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'new.yaml' : `new-${n}.yaml`;
    if (!(name in taken)) return name;
  }
};

/** What is done with files as a whole. Each of these can be undone. */
export const FileMenu = ({ lab, file, onFile, onOpen }: Props) => {
  const picker = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const name = freeName(lab.state.files);
    lab.changeFiles('new file', { [name]: '' });
    onFile(name);
  };
  const remove = (): void => {
    lab.changeFiles(`delete ${file}`, { [file]: null });
    onFile(Object.keys(lab.state.files)[0] ?? '');
    lab.say({ notice: `${file} is deleted. Undo brings it back.` });
  };
  const download = async (): Promise<void> => {
    const { saveFile } = await import('./copy.ts');
    saveFile(file, 'text/plain', lab.state.files[file] ?? '');
  };
  return (
    <Menu icon="file-text" name="File">
      <div className="wb-list">
        <button type="button" onClick={() => picker.current?.click()}>
          Open… <small>files, a scenario, a transcript of kubectl and vault</small>
        </button>
        <button type="button" onClick={add}>
          New file
        </button>
        <button type="button" onClick={() => void download()} disabled={file === ''}>
          Download {file}
        </button>
        <button type="button" onClick={() => void import('./actions.ts').then((a) => a.downloadAll(lab))}>
          Download all files
        </button>
        <button type="button" onClick={remove} disabled={Object.keys(lab.state.files).length < 2}>
          Delete {file}
        </button>
        <button type="button" onClick={() => lab.reset()}>
          Reset files and run
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".yaml,.yml,.hcl,.json,.txt,.log,.sh,.ctmpl,.tpl"
        onChange={(e) => {
          onOpen([...(e.target.files ?? [])]);
          e.target.value = '';
        }}
      />
    </Menu>
  );
};
