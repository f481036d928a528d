import { functionNames } from '../../sim/gotemplate/index.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

const NAMES = functionNames();
/** What a name of Helm or Sprig is called here: in other letter case, with Sprig's prefix, or the nearest. */
const meant = (name: string): string | null =>
  NAMES.find((n) => n.toLowerCase() === name.toLowerCase()) ??
  NAMES.find((n) => n === `sprig_${name}`) ??
  nearest(name, NAMES);

export const agentUnknownFunction: Rule = {
  id: 'agent/unknown-function',
  severity: 'error',
  title: 'There is no such function',
  why: "The Agent offers Go's own functions, those of consul-template, and Sprig's with the prefix sprig_. Helm's names are not among them; the Agent ends at its start.",
  wrong: '{{ .Data.data | toJson }}',
  right: '{{ .Data.data | toJSON }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault } = site.parsed;
      const name = /^function "([^"]+)" not defined/.exec(fault?.detail ?? '')?.[1];
      if (!fault || name === undefined) continue;
      const right = meant(name);
      const from = site.parsed.source.indexOf(name, Math.max(0, fault.pos - name.length));
      const span = from < 0 ? site.span(fault.pos, fault.pos) : site.span(from, from + name.length);
      yield {
        file: site.file,
        span,
        message: `The Agent would say: ${fault.text}.${right === null ? '' : ` Did you mean ${right}?`}`,
        ...(right !== null &&
          from >= 0 && { fix: { title: `Change to ${right}`, edits: [{ file: site.file, span, text: right }] } }),
      };
    }
  },
};
