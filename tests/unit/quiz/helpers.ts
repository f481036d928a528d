import type { Question } from '../../../src/quiz/bank/bank.ts';
import { parseBank } from '../../../src/quiz/bank/parse.ts';
import type { Message } from '../../../src/quiz/message.ts';
import { questionTypes } from '../../../src/quiz/types/index.ts';
import type { Registry } from '../../../src/quiz/types/registry.ts';

/** A front matter of five lines; the text after it begins in line 8. */
export const HEAD = `---
bank: t
title: Test bank
exam: vault-associate-003
license: CC-BY-4.0
refs: {doc: {title: Doc, url: "https://example.org/doc"}}
---
`;

/** Reads questions below a valid head. */
export const read = (body: string, types: Registry = questionTypes) => parseBank(HEAD + body, 't.q.md', types);

/** The one question of `body`; throws with the messages when there is none or anything was reported. */
export const readOne = <Body = unknown>(body: string, types: Registry = questionTypes): Question<Body> => {
  const { read: bank, messages } = read(body, types);
  const question = bank.bank.questions[0];
  if (messages.length > 0 || question === undefined)
    throw new Error(messages.map((m) => m.text).join('\n') || 'no question');
  return question as Question<Body>;
};

/** `line:column code` of every message, for comparison. */
export const where = (messages: readonly Message[]): string[] => messages.map((m) => `${m.line}:${m.column} ${m.code}`);
