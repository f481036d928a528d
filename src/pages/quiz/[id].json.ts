/** A question with its key, for the page that asks it. */
import type { APIRoute } from 'astro';
import { servedQuestions } from '../../site/questions.ts';

export const getStaticPaths = () =>
  servedQuestions().map((question) => ({ params: { id: question.id }, props: { question } }));

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props.question), { headers: { 'content-type': 'application/json' } });
