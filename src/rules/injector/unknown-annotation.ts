import { ANNOTATIONS, MISTAKEN, PREFIX, recognise } from '../../sim/injector/index.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { isInjectors, keySpan, podAnnotations } from '../workspace/pods.ts';

const NAMES = ANNOTATIONS.map((a) => a.name);
const SUFFIXED = ANNOTATIONS.filter((a) => a.form !== 'plain').map((a) => a.name);

/** The key that was meant: a known mix-up, the nearest name, or the nearest name before a suffix. */
const meant = (written: string): string | null => {
  if (Object.hasOwn(MISTAKEN, written)) return MISTAKEN[written] ?? null;
  const whole = nearest(written, NAMES);
  if (whole !== null && !SUFFIXED.includes(whole)) return whole;
  for (let cut = written.length - 1; cut > 0; cut--) {
    if (written[cut] !== '-') continue;
    const near = nearest(written.slice(0, cut), SUFFIXED);
    if (near !== null) return near + written.slice(cut);
  }
  return whole;
};

export const unknownAnnotation: Rule = {
  id: 'injector/unknown-annotation',
  severity: 'warning',
  title: 'The injector does not know this annotation',
  why: 'The injector ignores keys it does not know, without an error and without a log line. The Pod starts as if the line were not there.',
  wrong: 'vault.hashicorp.com/agent-inject-secrets-config: "kv/data/app"',
  right: 'vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const site of podAnnotations(workspace)) {
      // A key that only lacks its suffix is another rule's finding.
      if (!isInjectors(site) || recognise(site.key) || SUFFIXED.includes(site.key.slice(PREFIX.length))) continue;
      const near = meant(site.key.slice(PREFIX.length));
      const { file } = site.manifest;
      const span = keySpan(site.manifest, site.path);
      yield {
        file,
        span,
        message:
          near === null
            ? `There is no annotation ${site.key}.`
            : `There is no annotation ${site.key}. Did you mean ${PREFIX}${near}?`,
        ...(near !== null && {
          fix: { title: `Change to ${PREFIX}${near}`, edits: [{ file, span, text: PREFIX + near }] },
        }),
      };
    }
  },
};
