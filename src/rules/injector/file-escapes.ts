import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorFileEscapes: Rule = {
  id: 'injector/file-escapes',
  severity: 'warning',
  title: 'This file lands somewhere else',
  why: 'agent-inject-file is joined to the volume path: a leading slash is dropped, and .. climbs out of the volume that containers share.',
  wrong: 'agent-inject-file-config: /app/config.json',
  right: 'agent-inject-file-config: config.json\nsecret-volume-path-config: /app',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const [name, value] of suffixed(injection, 'agent-inject-file')) {
        if (!value.startsWith('/') && !value.split('/').includes('..')) continue;
        const volume =
          injection.get(`secret-volume-path-${name}`) ?? injection.get('secret-volume-path') ?? '/vault/secrets';
        yield {
          file,
          span: document.span(path(`agent-inject-file-${name}`)),
          message: value.startsWith('/')
            ? `The file will be ${volume}/${value.replace(/^\/+/, '')}, not ${value}.`
            : `${value} leaves ${volume}.`,
        };
      }
    }
  },
};
