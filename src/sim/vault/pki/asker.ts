import type { Core, Request } from '../framework/index.ts';
import { render, templateOf } from '../policy/template.ts';
import type { Asker } from './allowed-names.ts';
import type { Storage } from './storage.ts';

/** The token that asks, with its entity for templated domains. */
export const askerOf = (core: Core, { caller }: Request<Storage>): Asker => ({
  displayName: caller?.displayName ?? '',
  filled: (text) => {
    if (templateOf(text) !== 'templated' || !caller?.entityId) return text;
    const rendered = render(text, core.entity(caller.entityId));
    return 'path' in rendered ? rendered.path : undefined;
  },
});
