import { stem } from '../files.ts';
import type { Report } from '../message.ts';
import { type LabFile, labId, labSchema } from '../schema/lab.ts';
import { type Located, readYaml } from './yaml.ts';

/** Reads a lab; its file's name is its id. */
export const readLab = (file: string, source: string, report: Report): Located<LabFile> | null => {
  if (!labId.safeParse(stem(file)).success) {
    report.error(
      'lab/name',
      { line: 1, column: 1 },
      `\`${stem(file)}\` is not a lab id.`,
      'Name the file by lesson and letter, for example `L07-A.yaml`.',
    );
    return null;
  }
  return readYaml(file, source, labSchema, report);
};
