import { at, listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const services: Printer = {
  columns: ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP', 'PORT(S)', 'AGE'],
  wide: ['SELECTOR'],
  row: (service, now) => {
    const type = textAt(service, 'spec', 'type') || 'ClusterIP';
    const selector = Object.entries(at(service, 'spec', 'selector'));
    const ports = listAt(service, 'spec', 'ports').map((p) => {
      const node = textAt(p, 'nodePort');
      return `${textAt(p, 'port')}${node === '' || node === '0' ? '' : `:${node}`}/${textAt(p, 'protocol') || 'TCP'}`;
    });
    return [
      nameOf(service),
      type,
      textAt(service, 'spec', 'clusterIP') || '<none>',
      type === 'LoadBalancer' ? '<pending>' : textAt(service, 'spec', 'externalName') || '<none>',
      ports.join(',') || '<none>',
      since(textAt(service, 'metadata', 'creationTimestamp'), now),
      selector.length === 0 ? '<none>' : selector.map(([k, v]) => `${k}=${v}`).join(','),
    ];
  },
};
