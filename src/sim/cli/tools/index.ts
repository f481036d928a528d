/** The small programs that every shell finds: the operator's and those in containers. */
import type { Programs } from '../shell/shell.ts';
import { filePrograms } from './files.ts';
import { httpPrograms } from './http.ts';
import { jq } from './jq/program.ts';
import { textPrograms } from './text.ts';

export const tools: Programs = { ...textPrograms, ...filePrograms, ...httpPrograms, jq };
