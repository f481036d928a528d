import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorPortInUse: Rule = {
  id: 'injector/port-in-use',
  severity: 'warning',
  title: 'Two listeners on one port',
  why: 'With the cache the Agent listens on 127.0.0.1 at agent-cache-listener-port (8200). Containers of a Pod share their ports.',
  wrong: 'agent-cache-enable: "true"\nports: [{containerPort: 8200}]',
  right: 'agent-cache-enable: "true"\nagent-cache-listener-port: "8210"\nports: [{containerPort: 8200}]',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (!injection.isTrue('agent-cache-enable')) continue;
      const port = injection.get('agent-cache-listener-port') ?? '8200';
      const own = (injection.spec.containers as readonly { readonly ports?: unknown }[]).flatMap(({ ports }) =>
        Array.isArray(ports) ? ports : [],
      );
      if (own.some((p: { readonly containerPort?: unknown } | null) => String(p?.containerPort) === port))
        yield {
          file,
          span: keySpan(manifest, path('agent-cache-enable')),
          message: `The application names port ${port} as its own.`,
        };
    }
  },
};
