/**
 * Go's text/template as Vault Agent 1.19.5 offers it: consul-template 0.39.1 with Sprig 3.3.0, built with Go 1.26.
 * `render` runs a template once; `parseTemplate` gives its tree; `dependency/*` tells how data is fetched.
 */
export type {
  Dependency,
  FileContent,
  ForeignApi,
  VaultList,
  VaultPki,
  VaultRead,
  VaultWrite,
} from './dependency/dependency.ts';
export {
  type Answer,
  answerOf,
  type FetchRequest,
  type Mount,
  mountOf,
  PLAIN_MOUNT,
  pemParts,
  preflight,
  preflightWarning,
  requestFor,
  type VaultDependency,
} from './dependency/fetch.ts';
export { nameOf } from './dependency/name.ts';
export { FILE_POLL, isRenewable, type WaitOptions, waitAfter, waitAfterList } from './dependency/wait.ts';
export { functionNames } from './functions/registry.ts';
export type * from './parse/nodes.ts';
export { type Parsed, type ParseOptions, parse, type SyntaxFault } from './parse/parse.ts';
export { show as showNode } from './parse/show.ts';
export { visit } from './parse/visit.ts';
export { type Position, positionOf } from './position.ts';
export {
  type Lookup,
  parseTemplate,
  type Rendered,
  type RenderFault,
  type RenderOptions,
  render,
  type Template,
} from './render.ts';
export { type Fetched, type Settled, settle } from './settle.ts';
