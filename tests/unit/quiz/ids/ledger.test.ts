import { describe, expect, it } from 'vitest';
import { accept, checkLedger, readLedger, writeLedger } from '../../../../src/quiz/ids/ledger.ts';
import { questionTypes } from '../../../../src/quiz/types/index.ts';
import { read } from '../helpers.ts';

const BODY = `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#vault}
  > It shows its own token.
- [ ] The Agent {#agent}
  > It only logs in.

> [!WHY] One asks, the other is asked about.
`;

const banks = (body: string) => [read(body).read];
const ledger = accept(banks(BODY), {}, [], questionTypes).ledger;
const codes = (body: string): string[] => checkLedger(banks(body), ledger, questionTypes).map(({ code }) => code);

describe('the ledger of ids', () => {
  it('knows a question again after its feedback, explanation, place and order changed', () => {
    expect(codes(BODY)).toEqual([]);
    const edited = BODY.replace('It only logs in.', 'It logs in, and that is all.')
      .replace('One asks', 'Vault asks')
      .replace('obj=1a', 'obj=1b lesson=L04 difficulty=4');
    expect(codes(edited)).toEqual([]);
  });

  it.each([
    ['another key', BODY.replace('- [x] Vault', '- [ ] Vault').replace('- [ ] The Agent', '- [x] The Agent')],
    ['another stem', BODY.replace('Which part asks?', 'Which part answers?')],
    ['another option', BODY.replace('The Agent {', 'The kubelet {')],
    ['another id of an option', BODY.replace('{#agent}', '{#sidecar}')],
  ])('refuses %s under the same id, until somebody says that it means the same', (_what, body) => {
    expect(codes(body)).toEqual(['ids/changed']);
    expect(accept(banks(body), ledger, [], questionTypes)).toMatchObject({ ledger, added: [], refused: ['t'] });
    const accepted = accept(banks(body), ledger, ['t'], questionTypes);
    expect(accepted).toMatchObject({ added: ['t'], refused: [] });
    expect(checkLedger(banks(body), accepted.ledger, questionTypes)).toEqual([]);
  });

  it('asks for new questions to be entered, at their line', () => {
    const [message] = checkLedger(banks(BODY.replace('#t ', '#u ')), ledger, questionTypes);
    expect(message).toMatchObject({ code: 'ids/new', line: 8, remedy: expect.stringContaining('questions:accept') });
  });

  it('is read as it was written, and a broken file is named', () => {
    expect(readLedger(writeLedger(ledger), 'ids.yaml')).toEqual({ ledger, messages: [] });
    expect(readLedger('t: [', 'ids.yaml')).toMatchObject({ ledger: null, messages: [{ code: 'ids/ledger' }] });
  });
});
