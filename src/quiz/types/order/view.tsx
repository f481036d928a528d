import type { QuestionView } from '../view.ts';
import { StepList } from './StepList.tsx';
import type { OrderBody, OrderResponse } from './schema.ts';

export const view: QuestionView<OrderBody, OrderResponse> = { render: (props) => <StepList {...props} /> };
