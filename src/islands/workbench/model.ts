/** Everything heavy of the workbench in one piece, which is loaded when the page can already be typed in. */
export { applyEdits, findingsOf } from '../../rules/index.ts';
export { complete } from '../../sim/cli/index.ts';
export {
  faultCatalogue,
  machines,
  Session,
} from '../../sim/index.ts';
export { Causes } from './causes-of-run.ts';
export { explanationOf } from './explanation.ts';
export { sessionOf } from './play-record.ts';
export { isLookup, SceneReader } from './scene.ts';
