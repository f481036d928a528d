import { Icon } from '../shared/Icon.tsx';
import type { Lab, LabState } from './lab.ts';

/** What the learner must know at once: trouble, work that goes on, faults in effect, good news. */
export const Alerts = ({ lab, state }: { lab: Lab; state: LabState }) => {
  const { trouble, notice, work, scene, faults } = state;
  const active = scene?.faults ?? [];
  return (
    <div className="wb-alerts">
      {trouble && (
        <p className="wb-trouble" role="alert">
          <Icon name="circle-alert" />
          <span>
            {trouble.text} {trouble.remedy}
          </span>
          <button type="button" className="wb-quiet" onClick={() => lab.say({})} aria-label="Close this message">
            <Icon name="x" />
          </button>
        </p>
      )}
      {work && (
        <p className="wb-work">
          <span>Working: {work.what}</span>
          <progress aria-label={`Working: ${work.what}`} max={1} {...(work.share !== null && { value: work.share })} />
          <button type="button" onClick={() => lab.cancel()}>
            Cancel
          </button>
        </p>
      )}
      {active.length > 0 && (
        <p className="wb-active">
          <Icon name="triangle-alert" />
          <span>In effect: {active.map((id) => faults.find((f) => f.id === id)?.title ?? id).join('; ')}</span>
          {active.map((id) => (
            <button key={id} type="button" onClick={() => lab.fault(id, 'end')}>
              Heal{active.length > 1 ? `: ${faults.find((f) => f.id === id)?.title ?? id}` : ''}
            </button>
          ))}
        </p>
      )}
      <p className={notice ? 'wb-notice' : 'visually-hidden'} role="status">
        {notice}
      </p>
    </div>
  );
};
