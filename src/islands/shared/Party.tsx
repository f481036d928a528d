import type { PartyKind } from '../../sim/index.ts';
import { parties } from '../../site/parties.ts';
import { Icon, type IconName } from './Icon.tsx';

/** A party with hue, shape and name. */
export const Party = ({ kind, name = parties[kind].name }: { kind: PartyKind; name?: string }) => (
  <span className={`party party-${kind}`}>
    <Icon name={parties[kind].icon as IconName} />
    {name}
  </span>
);
