import { z } from 'zod';
import { duration, id, text } from './common.ts';

const oneOf =
  <T extends object>(keys: readonly (keyof T & string)[]) =>
  (value: T, context: z.RefinementCtx) => {
    const given = keys.filter((key) => value[key] !== undefined);
    if (given.length === 1) return;
    context.addIssue({
      code: 'custom',
      message:
        given.length === 0
          ? `says nothing: add one of \`${keys.join('`, `')}\``
          : `says ${given.length} things (\`${given.join('`, `')}\`): make one entry of each`,
    });
  };

/** Something done to the world at a time. */
export const timelineSchema = z
  .strictObject({
    at: duration,
    /** A command as an operator types it. */
    run: text.optional(),
    /** A fault that begins, by its name: `kubernetes.apiserver.down`. */
    fault: text.optional(),
    /** A fault that ends. */
    heal: text.optional(),
    /** A file that the operator saves, and its `text`. */
    save: text.optional(),
    text: z.string().optional(),
  })
  .superRefine(oneOf(['run', 'fault', 'heal', 'save']));

const status = z.int().min(100).max(599);
const method = z.enum(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'LIST']);
const apiPath = z.string().regex(/^\/\S*$/, 'is not a path: begin it with `/`');
const count = z.int().nonnegative();
/** How often something happened; without any of these at least once. */
const times = {
  times: count.optional(),
  atLeast: count.optional(),
  atMost: count.optional(),
  absent: z.boolean().optional(),
};

/** Something that must be observed. With `at`: at that time; without: over the whole run, seen from its end. */
export const expectationSchema = z
  .strictObject({
    at: duration.optional(),
    /** It is so at some moment from `at` on, at most so much later. */
    within: duration.optional(),
    /** It is so at no moment from `at` to `until`. */
    never: z.boolean().optional(),
    /** It is so at every moment from `at` to `until`. */
    throughout: z.boolean().optional(),
    until: duration.optional(),
    /** Exchanges, log lines and events before this do not count. */
    since: duration.optional(),
    /** Who observes it, for the list under a run: "the operator with kubectl". */
    seenBy: text.optional(),
    /** The state of an object in words: `pod app/web-* is Running 2/2`. */
    that: text.optional(),
    /** A request that the check itself makes then, with the token of `as`. */
    request: z
      .strictObject({
        as: text,
        to: z.enum(['vault', 'kubernetes']).optional(),
        method,
        path: apiPath,
        body: z.json().optional(),
        status,
        contains: z.string().optional(),
      })
      .optional(),
    /** An exchange that took place. `times` 0: none did. */
    exchange: z
      .strictObject({
        from: id,
        to: id,
        method,
        path: apiPath,
        status: status.optional(),
        contains: z.string().optional(),
        ...times,
      })
      .optional(),
    /** A line of a log. `absent: true`: no line contains it. */
    log: z.strictObject({ of: text, contains: text, ...times }).optional(),
    /** A line of Vault's audit log. */
    audit: z.strictObject({ path: text, operation: text.optional(), error: text.optional(), ...times }).optional(),
    /** A file as a container sees it. */
    file: z
      .strictObject({
        pod: text,
        container: text,
        path: apiPath,
        contains: z.string().optional(),
        without: text.optional(),
        /** It is JSON with at least these values. */
        json: z.record(z.string(), z.json()).optional(),
        /** It is lines of `NAME=value` with at least these. */
        env: z.record(z.string(), z.string()).optional(),
        absent: z.boolean().optional(),
      })
      .optional(),
    /** What Vault says of the token that a Pod's Agent has. */
    token: z
      .strictObject({
        of: text,
        policies: z.array(text).optional(),
        type: z.enum(['service', 'batch']).optional(),
        renewable: z.boolean().optional(),
        ttlAtLeast: duration.optional(),
        ttlAtMost: duration.optional(),
        dead: z.boolean().optional(),
      })
      .optional(),
    /** A login that the check makes, with a new token of a ServiceAccount. */
    login: z
      .strictObject({
        account: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'is not an account: write for example `app/web`'),
        role: text,
        audience: text.optional(),
        mount: text.optional(),
        status,
        contains: text.optional(),
        policies: z.array(text).optional(),
        ttl: duration.optional(),
      })
      .optional(),
    /** A Kubernetes event. */
    event: z.strictObject({ about: text, reason: text, contains: text.optional(), ...times }).optional(),
    /** What a command prints that the check types into the operator's console. */
    command: z
      .strictObject({ run: text, exit: count.optional(), contains: text.optional(), without: text.optional() })
      .optional(),
  })
  .superRefine(oneOf(['that', 'request', 'exchange', 'log', 'audit', 'file', 'token', 'login', 'event', 'command']));

const body = {
  /** The world it starts from: a file of content/worlds. */
  world: id.default('base'),
  /** Only the files that differ from the world's. */
  files: z.record(z.string().regex(/^[\w.-]+$/, 'is not a file name'), z.string()).default({}),
  timeline: z.array(timelineSchema).min(1, 'is empty: something must happen'),
  expect: z.array(expectationSchema).min(1, 'is empty: name at least one thing that must be observed'),
};

/** `content/scenarios/*.yaml`; the file's name is its id. */
export const scenarioSchema = z.strictObject({
  title: text,
  /** What it shows, in one sentence. */
  about: text,
  ...body,
});

/** A scenario within a question: the title is the question's. */
export const proofSchema = z.strictObject(body);

export type Scenario = z.output<typeof scenarioSchema>;
export type TimelineEntry = z.output<typeof timelineSchema>;
export type Expectation = z.output<typeof expectationSchema>;
