import type { Report } from '../../../exam/result/report.ts';
import { CONFIDENCE_WORDS } from '../../quiz/ConfidenceChoice.tsx';
import { counted, percent } from '../words.ts';

/** Sure answers below this share of right ones mean that certainty misleads. */
const GOOD = 0.8;

const sentence = ({ confidence }: Report): string => {
  const sure = confidence.find((row) => row.confidence === 'sure');
  if (sure === undefined || sure.answered === 0) return '';
  const wrong = sure.answered - sure.right;
  if (wrong === 0) return `You were sure ${counted(sure.answered, 'time')}, and right each time.`;
  const said = `You were sure ${counted(sure.answered, 'time')}, and not right in ${wrong} of them.`;
  return sure.right / sure.answered < GOOD ? `${said} Check what you are sure of first.` : said;
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
