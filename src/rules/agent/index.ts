import type { Rule } from '../rule.ts';
import { agentBackslash } from './backslash.ts';
import { agentConfiguration } from './configuration.ts';
import { agentConsulFunction } from './consul-function.ts';
import { agentDataOnVersion1 } from './data-on-version-1.ts';
import { agentFails } from './fails.ts';
import { agentHyphenKey } from './hyphen-key.ts';
import { agentMissingData } from './missing-data.ts';
import { agentMissingEnd } from './missing-end.ts';
import { agentPathWithoutData } from './path-without-data.ts';
import { agentQuotes } from './quotes.ts';
import { agentSecretField } from './secret-field.ts';
import { agentSyntax } from './syntax.ts';
import { agentUnknownFunction } from './unknown-function.ts';
import { agentVersionPrefix } from './version-prefix.ts';

/** Rules about the Agent and its templates. A new one is a file and a line here. */
export const agentRules: readonly Rule[] = [
  agentBackslash,
  agentConfiguration,
  agentConsulFunction,
  agentDataOnVersion1,
  agentFails,
  agentHyphenKey,
  agentMissingData,
  agentMissingEnd,
  agentPathWithoutData,
  agentQuotes,
  agentSecretField,
  agentSyntax,
  agentUnknownFunction,
  agentVersionPrefix,
];
