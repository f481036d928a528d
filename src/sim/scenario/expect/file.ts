import { mountsOf } from '../../kubernetes/kubelet/volumes.ts';
import { podSpecOf } from '../../kubernetes/pod/types.ts';
import type { Session } from '../session.ts';
import type { FileExpectation } from './expectation.ts';
import { failed, held, type Observation, quoted } from './look.ts';
import { called, clusterVersion, podsOf } from './objects.ts';

/** A file as a container sees it, through its mounts. */
export const file: Observation<FileExpectation> = {
  look: (expected) => (session) => {
    const pod = podsOf(session, expected.pod)[0];
    if (!pod)
      return expected.absent ? held(`there is no Pod ${expected.pod}`) : failed(`there is no Pod ${expected.pod}`);
    const spec = podSpecOf(pod);
    const container = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].find(
      ({ name }) => name === expected.container,
    );
    if (!container) return failed(`Pod ${called(pod)} has no container ${expected.container}`);
    const mount = [...mountsOf(pod, container)]
      .sort((a, b) => b.at.length - a.at.length)
      .find(({ at }) => expected.path === at || expected.path.startsWith(`${at.replace(/\/$/, '')}/`));
    const path = mount
      ? `${mount.to}${expected.path.slice(mount.at.replace(/\/$/, '').length)}`
      : `pods/${pod.metadata.namespace}/${pod.metadata.name}/-/${expected.container}${expected.path}`;
    const text = session.run.file(path)?.text;
    const seen =
      text === undefined
        ? `${called(pod)} has no ${expected.path} in ${expected.container}`
        : `${expected.path} in ${called(pod)} holds ${quoted(text)}`;
    const right = expected.absent
      ? text === undefined
      : text !== undefined && (expected.contains === undefined || text.includes(expected.contains));
    return right ? held(seen) : failed(seen);
  },
  version: (session: Session) =>
    `${clusterVersion(session)} ${session.run.history.findLastIndex(({ kind }) => kind === 'file')}`,
};
