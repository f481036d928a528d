import type { QuestionView } from '../view.ts';
import { LabAnswer } from './LabAnswer.tsx';
import type { LabBody, LabResponse } from './schema.ts';

export const view: QuestionView<LabBody, LabResponse> = { render: (props) => <LabAnswer {...props} /> };
