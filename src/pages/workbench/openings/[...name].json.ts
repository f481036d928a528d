import type { APIRoute, GetStaticPaths } from 'astro';
import { openings } from '../../../site/openings.ts';

/** What the workbench can be opened with, each as a file of its own: `openings/audience-mismatch.json`. */
export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(openings()).map(([name, opening]) => ({ params: { name }, props: { opening } }));

export const GET: APIRoute = ({ props }) => Response.json(props.opening);
