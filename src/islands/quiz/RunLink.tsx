import { href } from '../../site/href.ts';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  question: string;
  part: string;
}

/** Opens the run that proves a claim. */
export const RunLink = ({ question, part }: Props) => (
  <a className="run-link" href={href(`/workbench/?proof=${question}/${part}`)}>
    <Icon name="play" />
    Run it
  </a>
);
