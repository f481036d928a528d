/** The site's own content, as the content check reads it. */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Texts by path from the top: `content/scenarios/working-flow.yaml`. */
export const contentFiles = (): Record<string, string> => {
  const names = readdirSync(new URL('content/', root), { recursive: true }) as string[];
  return Object.fromEntries(
    names
      .map((name) => `content/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(md|yaml|hcl|json)$/.test(path))
      .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
  );
};
