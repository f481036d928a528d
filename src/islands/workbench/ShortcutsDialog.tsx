import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type Shortcut, setSingleKeys, singleKeys } from './shortcuts.ts';

export interface DialogHandle {
  open(): void;
}

interface Props {
  shortcuts: readonly Shortcut[];
  ref?: Ref<DialogHandle>;
}

/** What the keys do, beside those of the browser and the editor. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['Ctrl+M', 'In the editor: Tab moves on instead of indenting'],
  ['Ctrl+Z', 'In the editor: take typing back'],
  ['F8', 'In the editor: on to the next finding'],
  ['Ctrl+.', 'In the editor: quick fix'],
  ['Up, Down', 'In the console: commands typed before'],
  ['Tab', 'In the console: complete the word'],
  ['Esc, Tab', 'In the console: leave it, whatever is typed'],
  ['Ctrl+C', 'In the console: end the command that runs'],
  ['Arrow keys', 'On a line between panes: move it'],
];

/** All shortcuts, and the switch for those of a single key. */
export const ShortcutsDialog = ({ shortcuts, ref }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [single, setSingle] = useState(true);
  useImperativeHandle(ref, () => ({
    open: () => {
      setSingle(singleKeys());
      dialog.current?.showModal();
    },
  }));
  return (
    <dialog className="wb-dialog" ref={dialog} aria-labelledby="wb-keys">
      <h2 id="wb-keys">Keyboard shortcuts</h2>
      <dl>
        {[...shortcuts.map(({ key, does }) => [key === ' ' ? 'Space' : key, does] as const), ...ELSEWHERE].map(
          ([key, does]) => (
            <div key={`${key} ${does}`}>
              <dt>
                <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ),
        )}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={single}
          onChange={(e) => {
            setSingle(e.target.checked);
            setSingleKeys(e.target.checked);
          }}
        />{' '}
        Shortcuts of a single key, when nothing is being typed
      </label>
      <form method="dialog">
        <button type="submit" className="primary">
          Close
        </button>
      </form>
    </dialog>
  );
};
