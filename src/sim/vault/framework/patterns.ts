/** Pieces of path patterns. Source: vault: sdk/framework/path.go */

/** A name: word characters at both ends, also `-` and `.` inside. */
export const nameRegex = (field: string): string => `(?<${field}>\\w(([\\w.-]+)?\\w)?)`;

/** As nameRegex, and `@` inside (user names). */
export const nameWithAtRegex = (field: string): string => `(?<${field}>\\w(([\\w.@-]+)?\\w)?)`;

/** A slash and anything behind it, or nothing. */
export const optionalParam = (field: string): string => `(/(?<${field}>.+))?`;

/** Everything, slashes too. */
export const matchAll = (field: string): string => `(?<${field}>.*)`;
