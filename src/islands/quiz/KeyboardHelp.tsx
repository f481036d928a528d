import type { KeyHelp } from '../../quiz/types/type.ts';

/** What keys do in this kind of question. */
export const KeyboardHelp = ({ keys }: { keys: readonly KeyHelp[] }) => (
  <details className="keyboard-help">
    <summary>Keys</summary>
    <dl>
      {keys.map(({ keys: pressed, does }) => (
        <div key={pressed}>
          <dt>
            <kbd>{pressed}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </details>
);
