/**
 * The history as xAPI statements (IEEE 9274.1.1), for a learning record store of the learner's own choice. Nothing is
 * sent: it is a file. Verbs and activity types: registry.tincanapi.com, ADL vocabulary.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '../progress/index.ts';

export interface Site {
  readonly title: string;
  /** Of the home page, with a slash at its end. */
  readonly address: string;
}

export interface Titles {
  readonly questions: ReadonlyMap<string, string>;
  readonly lessons: ReadonlyMap<string, { readonly title: string; readonly slug: string }>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Statement = { readonly [key: string]: Json };

const ADL = 'http://adlnet.gov/expapi';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A statement's id must be a UUID; an entry's mostly is one, and otherwise always gives the same one. */
const uuid = (id: string): string => {
  if (UUID.test(id)) return id.toLowerCase();
  const hex = bytesToHex(sha1(utf8ToBytes(id)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const verb = (name: string): Json => ({ id: `${ADL}/verbs/${name}`, display: { 'en-US': name } });

const activity = (id: string, type: string, name: string): Json => ({
  objectType: 'Activity',
  id,
  definition: {
    type: `${ADL}/activities/${type}`,
    name: { 'en-US': name },
    ...(type === 'cmi.interaction' ? { interactionType: 'other' } : {}),
  },
});

/** Verb, object and result of what an entry tells; null for what is no experience. */
const experience = (entry: Entry, { address }: Site, { questions, lessons }: Titles): Statement | null => {
  switch (entry.kind) {
    case 'attempt':
      return {
        verb: verb('answered'),
        object: activity(
          `${address}quiz/${entry.question}/`,
          'cmi.interaction',
          questions.get(entry.question) ?? entry.question,
        ),
        result: {
          score: { scaled: entry.score },
          success: entry.score === 1,
          response: JSON.stringify(entry.answer ?? null),
          extensions: {
            [`${address}xapi/confidence`]: entry.confidence,
            [`${address}xapi/misconceptions`]: entry.misconceptions,
          },
        },
      };
    case 'lesson': {
      if (entry.step !== 'done') return null;
      const lesson = lessons.get(entry.lesson);
      return {
        verb: verb('completed'),
        object: activity(`${address}lessons/${lesson?.slug ?? entry.lesson}/`, 'lesson', lesson?.title ?? entry.lesson),
      };
    }
    case 'lab': {
      const all = entry.passed.length + entry.failed.length;
      return {
        verb: verb(entry.failed.length === 0 ? 'passed' : 'failed'),
        object: activity(`${address}labs/${entry.lab}/`, 'simulation', entry.lab),
        result: {
          success: entry.failed.length === 0,
          ...(all === 0 ? {} : { score: { scaled: entry.passed.length / all } }),
        },
      };
    }
    case 'exam': {
      const points = entry.items.reduce((sum, { score }) => sum + (score ?? 0), 0);
      const scaled = entry.items.length === 0 ? 0 : points / entry.items.length;
      return {
        verb: verb(100 * scaled >= entry.pass ? 'passed' : 'failed'),
        object: activity(`${address}exam/#${entry.blueprint}`, 'assessment', entry.title),
        result: {
          score: { scaled, raw: points, min: 0, max: entry.items.length },
          success: 100 * scaled >= entry.pass,
          duration: `PT${Math.round(entry.used / 1000)}S`,
        },
      };
    }
    case 'undo':
      return { verb: verb('voided'), object: { objectType: 'StatementRef', id: uuid(entry.of) } };
    default:
      return null;
  }
};

/** Statements, oldest first. The learner is not named: the file is theirs to name. */
export const toXapi = (entries: readonly Entry[], site: Site, titles: Titles): readonly Statement[] =>
  entries.flatMap((entry) => {
    const told = experience(entry, site, titles);
    if (told === null) return [];
    return [
      {
        id: uuid(entry.id),
        actor: { objectType: 'Agent', account: { homePage: site.address, name: 'learner' } },
        ...told,
        // A voiding statement has no context of its own.
        ...(entry.kind === 'undo' ? {} : { context: { platform: site.title, language: 'en-US' } }),
        timestamp: new Date(entry.at).toISOString(),
      },
    ];
  });
