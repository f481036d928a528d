import { calibration, type Entry } from '../../progress/index.ts';

const WORDS = { sure: 'Sure', unsure: 'Unsure', guess: 'Guess' } as const;

/** How often answers were right, by how sure the learner was. */
export const Calibration = ({ entries }: { entries: readonly Entry[] }) => {
  const rows = calibration(entries).filter(({ answered }) => answered > 0);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">How sure you were</h2>
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
              <th scope="row">{WORDS[confidence]}</th>
              <td className="figure">{answered}</td>
              <td className="figure">
                {right} ({Math.round((100 * right) / answered)} %)
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
