import type { Position, Range } from './position.ts';

/** The kinds of token, by the names that error texts print (hcl v1: hcl/token/token.go, json/token/token.go). */
export type TokenType =
  | 'ILLEGAL'
  | 'EOF'
  | 'COMMENT'
  | 'IDENT'
  | 'NUMBER'
  | 'FLOAT'
  | 'BOOL'
  | 'STRING'
  | 'HEREDOC'
  | 'NULL'
  | 'LBRACK'
  | 'RBRACK'
  | 'LBRACE'
  | 'RBRACE'
  | 'COMMA'
  | 'COLON'
  | 'PERIOD'
  | 'ASSIGN'
  | 'ADD'
  | 'SUB';

export interface Token {
  readonly type: TokenType;
  /** As written, quotes included. */
  readonly text: string;
  /** Where the real parser says it is; undefined for JSON, which loses positions when it becomes HCL. */
  readonly position: Position | undefined;
  /** Where it stands in the text, always known. */
  readonly range: Range;
  /** Strings of a JSON text are unquoted by JSON-like rules. */
  readonly json: boolean;
}
