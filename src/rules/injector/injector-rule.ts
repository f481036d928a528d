import { PREFIX } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { type Injection, injections, type Refused } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

/** A rule about some of the reasons for which a Pod is not injected. */
export interface InjectorRule extends Rule {
  readonly claims: (refused: Refused) => boolean;
}

/** The value of the annotation that is to blame, else the key that asks for the injection. */
export const blamed = ({ manifest, path }: Injection, key: string | undefined) =>
  key === undefined || key === `${PREFIX}agent-inject`
    ? keySpan(manifest, path('agent-inject'))
    : manifest.document.span(path(key.slice(PREFIX.length)));

/** @param claims which refusals this rule speaks of */
export const injectorRule = (says: Omit<Rule, 'check'>, claims: InjectorRule['claims']): InjectorRule => ({
  ...says,
  claims,
  *check(workspace) {
    for (const injection of injections(workspace))
      for (const refused of injection.refused)
        if (claims(refused))
          yield {
            file: injection.manifest.file,
            span: blamed(injection, refused.key),
            message:
              refused.by === 'injector'
                ? `The injector would say: ${refused.message}`
                : `After the injector's changes the API server would say: ${refused.message}`,
          };
  },
});
