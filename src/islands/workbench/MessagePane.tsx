import type { Exchange, Party as PartyOfRun } from '../../sim/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { Party } from '../shared/Party.tsx';
import { clockText } from '../shared/time.ts';
import type { Cause } from './causes.ts';
import type { Explanation } from './explanation.ts';

interface Props {
  exchange: Exchange | null;
  parties: readonly PartyOfRun[];
  explanation: Explanation | null;
  causes: readonly Cause[];
  /** Whether a file is still as the running world has it. */
  isApplied: (file: string) => boolean;
  onGo: (cause: Cause) => void;
}

/** One exchange as the real HTTP message, and what the asked party did with it. */
export const MessagePane = ({ exchange, parties, explanation, causes, isApplied, onGo }: Props) => {
  if (exchange === null) return <p className="wb-empty">Choose an exchange to see its messages.</p>;
  const named = (id: string) => {
    const party = parties.find((p) => p.id === id);
    return (
      party && <Party kind={party.kind} {...(['agent', 'provider'].includes(party.kind) && { name: party.name })} />
    );
  };
  return (
    <section className="wb-message" tabIndex={0} aria-label="Messages of the chosen exchange">
      <p className="route">
        <time>{clockText(exchange.at, true)}</time>
        {named(exchange.from)} to {named(exchange.to)}
      </p>
      <p className={exchange.denied ? 'wb-verdict denied' : 'wb-verdict'}>
        <Icon name={exchange.denied ? 'circle-alert' : 'check'} />
        <span>{exchange.sentence}</span>
      </p>
      {causes.length > 0 && (
        <section aria-label="Caused by">
          <h2>Caused by</h2>
          <ul className="wb-causes">
            {causes.map((cause) => (
              <li key={`${cause.file} ${cause.line} ${cause.column} ${cause.words}`}>
                {isApplied(cause.file) ? (
                  <button type="button" className="wb-row" onClick={() => onGo(cause)}>
                    {cause.file}:{cause.line}
                  </button>
                ) : (
                  <span>
                    {cause.file}:{cause.line} (changed since)
                  </span>
                )}{' '}
                {cause.words}
              </li>
            ))}
          </ul>
        </section>
      )}
      {explanation !== null && (
        <section aria-label="What was checked">
          <h2>What was checked</h2>
          <ol className="wb-checks">
            {explanation.passed.map(({ step, words }) => (
              <li key={step}>
                <Icon name="check" /> <i>{step}</i> {words}
              </li>
            ))}
            {explanation.denial && (
              <li className="denied">
                <Icon name="x" /> <i>{explanation.denial.step}</i> {explanation.denial.words}
              </li>
            )}
          </ol>
          {explanation.denial && (
            <dl className="wb-views">
              <dt>The client sees</dt>
              <dd>
                <code>{explanation.client}</code>
              </dd>
              <dt>Vault's log says</dt>
              <dd>
                <code>{explanation.log.length > 0 ? explanation.log.join('\n') : 'nothing'}</code>
              </dd>
            </dl>
          )}
        </section>
      )}
      <h2>Request</h2>
      <pre>
        <code>{[exchange.request, exchange.requestBody].filter((p) => p !== null).join('\n\n')}</code>
      </pre>
      <h2>Answer</h2>
      <pre>
        <code>
          {[exchange.status === null ? 'no answer' : `HTTP ${exchange.status}`, exchange.responseBody]
            .filter((p) => p !== null)
            .join('\n\n')}
        </code>
      </pre>
    </section>
  );
};
