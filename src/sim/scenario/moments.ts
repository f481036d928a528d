import type { Entry, Time } from '../kernel/index.ts';
import { partyOf } from './parties.ts';
import type { Moment } from './story.ts';

const TROUBLE = new Set(['warn', 'error']);
/** Files under a Pod's volumes that a learner asked for; tokens and configuration of the Agent are left out. */
const SHOWN_FILE = /^pods\/[^/]+\/[^/]+\/vault-secrets[^/]*\//;

/** Log lines, rendered files, faults: what is worth showing beside the exchanges. */
export const momentsOf = (entries: readonly Entry[], start: Time): Moment[] =>
  entries.flatMap((entry, id): Moment[] => {
    const at = entry.at - start;
    if (entry.kind === 'log' && entry.logger !== 'sidecar-lab') {
      const party = partyOf(entry.actor, entry.place).id;
      const text = entry.logger === '' ? entry.text : `${entry.logger}: ${entry.text}`;
      return [{ id, at, party, kind: 'log', text, trouble: TROUBLE.has(entry.level) }];
    }
    if (entry.kind === 'file' && SHOWN_FILE.test(entry.path) && entry.text !== null) {
      const party = partyOf(entry.actor, entry.place).id;
      return [
        {
          id,
          at,
          party,
          kind: 'file',
          text: `writes ${entry.path.replace(SHOWN_FILE, '/vault/secrets/')}`,
          trouble: false,
        },
      ];
    }
    if (entry.kind === 'command' && (entry.command.type === 'fault' || entry.command.type === 'heal')) {
      const { fault, id: name } = entry.command as { fault?: { id: string }; id?: string };
      const begins = entry.command.type === 'fault';
      return [
        {
          id,
          at,
          party: 'operator',
          kind: 'fault',
          text: `${begins ? 'a fault begins' : 'a fault ends'}: ${fault?.id ?? name ?? ''}`,
          trouble: begins,
        },
      ];
    }
    return [];
  });
