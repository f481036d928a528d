/** Lessons go through Astro's Markdown; everything else under content/ is read by src/content-check, with positions. */

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './content-check/schema/lesson.ts';

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*.md', generateId: ({ data }) => String(data.id) }),
  schema: lessonSchema,
});

export const collections = { lessons };
