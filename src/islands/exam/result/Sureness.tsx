import type { Report } from '../../../exam/result/report.ts';
import { CONFIDENCE_WORDS } from '../../quiz/ConfidenceChoice.tsx';
import { percent } from '../words.ts';

/** Sure answers below this share of right ones mean that certainty misleads. */
const GOOD = 0.8;

const sentence = ({ confidence }: Report): string => {
  const sure = confidence.find((row) => row.confidence === 'sure');
  if (sure === undefined || sure.answered === 0) return '';
  const { answered, right } = sure;
  const wrong = answered - right;
  if (wrong === 0)
    return answered === 1 ? 'You were sure once, and right.' : `You were sure ${answered} times, and right each time.`;
  const said =
    answered === 1
      ? 'The one answer that you were sure of was not right.'
      : `Of ${answered} answers that you were sure of, ${wrong} ${wrong === 1 ? 'was' : 'were'} not right.`;
  return right / answered < GOOD ? `${said} Look at those first.` : said;
};

/** How certainty and right answers go together. */
export const Sureness = ({ report }: { report: Report }) => {
  const rows = report.confidence.filter(({ answered }) => answered > 0);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="sureness">
      <h2 id="sureness">How sure you were</h2>
      <p>{sentence(report)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">You said</th>
            <th scope="col">Answers</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ confidence, answered, right }) => (
            <tr key={confidence}>
              <th scope="row">{CONFIDENCE_WORDS[confidence]}</th>
              <td className="figure">{answered}</td>
              <td className="figure">
                {right} ({percent(right / answered)})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
