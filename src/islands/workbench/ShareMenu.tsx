import type { Lab } from './lab.ts';
import { Menu } from './Menu.tsx';

/** Ways to carry a run away. What they need is loaded when one of them is chosen. */
export const ShareMenu = ({ lab, disabled }: { lab: Lab; disabled: boolean }) => {
  const actions = () => import('./actions.ts');
  return (
    <Menu icon="share-2" name="Share">
      <div className="wb-list">
        <button type="button" onClick={() => void actions().then((a) => a.copyLink(lab))}>
          Copy link <small>files, commands and time, all in the address; at most 32,000 characters</small>
        </button>
        <button type="button" onClick={() => void actions().then((a) => a.saveScenario(lab))}>
          Save as scenario <small>YAML that content check accepts</small>
        </button>
        <button type="button" disabled={disabled} onClick={() => void actions().then((a) => a.saveReport(lab))}>
          Report <small>Markdown, with the sequence as a Mermaid diagram</small>
        </button>
        <button type="button" disabled={disabled} onClick={() => void actions().then((a) => a.savePicture(lab, 'svg'))}>
          Picture as SVG
        </button>
        <button type="button" disabled={disabled} onClick={() => void actions().then((a) => a.savePicture(lab, 'png'))}>
          Picture as PNG
        </button>
      </div>
    </Menu>
  );
};
