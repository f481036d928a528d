export { commandsFor, give, startOf } from './answer.ts';
export { type Change, type DiffLine, diffOf } from './diff.ts';
export { type CheckResult, type Grade, grade, grading } from './grade.ts';
export type { Answer, Check, Lab, Variation, WrongAnswer } from './lab.ts';
export { type LabProblem, type Proved, prove } from './prove.ts';
export { renamed } from './rename.ts';
