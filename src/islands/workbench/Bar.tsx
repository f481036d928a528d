import { Icon } from '../shared/Icon.tsx';
import { FaultMenu } from './FaultMenu.tsx';
import { FileMenu } from './FileMenu.tsx';
import type { Lab, LabState } from './lab.ts';
import { ShareMenu } from './ShareMenu.tsx';

interface Props {
  lab: Lab;
  state: LabState;
  /** Of the page, where it is not the workbench's own. */
  title: string | null;
  file: string;
  onRun: () => void;
  onFile: (name: string) => void;
  onOpen: (files: readonly File[]) => void;
  onKeys: () => void;
}

/** What is done with the workbench as a whole. */
export const Bar = ({ lab, state, title, file, onRun, onFile, onOpen, onKeys }: Props) => {
  const { scene, work, undo, redo, changed, faults } = state;
  const idle = work === null;
  return (
    <header className="wb-bar">
      <h1>{title ?? 'Workbench'}</h1>
      {title === null && <p className="soft">{lab.opening.title}</p>}
      <div className="wb-do">
        <button type="button" className="primary" onClick={onRun} title="Run the files in a new world (Ctrl+Enter)">
          <Icon name="play" />
          <span>Run</span>
        </button>
        <button
          type="button"
          disabled={scene === null || !changed || !idle}
          onClick={() => lab.apply()}
          title="Apply the changed files to the running world"
        >
          Apply changes
        </button>
        <button
          type="button"
          disabled={undo === null || !idle}
          onClick={() => lab.undo()}
          aria-label={undo === null ? 'Undo' : `Undo: ${undo}`}
          title={undo === null ? 'Nothing to undo' : `Undo: ${undo}`}
        >
          <Icon name="undo-2" />
        </button>
        <button
          type="button"
          disabled={redo === null || !idle}
          onClick={() => lab.redo()}
          aria-label={redo === null ? 'Redo' : `Redo: ${redo}`}
          title={redo === null ? 'Nothing to do again' : `Redo: ${redo}`}
        >
          <Icon name="redo-2" />
        </button>
        <FaultMenu
          faults={faults}
          active={scene?.faults ?? []}
          disabled={scene === null}
          onFault={(id, change) => lab.fault(id, change)}
        />
        <FileMenu lab={lab} file={file} onFile={onFile} onOpen={onOpen} />
        <ShareMenu lab={lab} disabled={scene === null} />
        <button type="button" onClick={onKeys} aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)">
          <Icon name="keyboard" />
        </button>
      </div>
    </header>
  );
};
