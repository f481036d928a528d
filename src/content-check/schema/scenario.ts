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
  })
  .superRefine(oneOf(['run', 'fault', 'heal']));

const status = z.int().min(100).max(599);
const method = z.enum(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'LIST']);
const apiPath = z.string().regex(/^\/\S*$/, 'is not a path: begin it with `/`');

/** Something that must be observed. With `at`: at that time; without: at any time of the run. */
export const expectationSchema = z
  .strictObject({
    at: duration.optional(),
    /** Who observes it, for the list under a run: "the operator with kubectl". */
    seenBy: text.optional(),
    /** The state of an object in words: `pod app/web-* is Running 2/2`. */
    that: text.optional(),
    /** A request that the check itself makes then, with the token of `as`. */
    request: z.strictObject({ as: text, method, path: apiPath, status, contains: z.string().optional() }).optional(),
    /** An exchange that took place. `times` 0: none did. */
    exchange: z
      .strictObject({
        from: id,
        to: id,
        method,
        path: apiPath,
        status: status.optional(),
        contains: z.string().optional(),
        times: z.int().nonnegative().optional(),
      })
      .optional(),
    /** A line of a log. `absent: true`: no line contains it. */
    log: z.strictObject({ of: text, contains: text, absent: z.boolean().optional() }).optional(),
    /** A file as a container sees it. */
    file: z
      .strictObject({
        pod: text,
        container: text,
        path: apiPath,
        contains: z.string().optional(),
        absent: z.boolean().optional(),
      })
      .optional(),
  })
  .superRefine(oneOf(['that', 'request', 'exchange', 'log', 'file']));

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
