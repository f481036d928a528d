import { disturbance, type Fault } from './fault.ts';

export const apiServerDown: Fault = {
  id: 'kubernetes.apiserver.down',
  title: 'The API server is down',
  about:
    'Nothing answers at the address of the Kubernetes API. Vault cannot have tokens reviewed; kubectl cannot connect.',
  observed: {
    client: 'A login gets 403 "permission denied"; renewals and reads with an existing token work.',
    agent: 'Logins fail and are tried again with growing pauses; renewals go on.',
    vault: 'login unauthorized: err="Post …/tokenreviews: dial tcp …: connect: connection refused"',
    kubectl: 'The connection to the server kubernetes.default.svc:443 was refused.',
  },
  ...disturbance({ id: 'kubernetes.apiserver.down', from: '*', to: 'kubernetes', effect: 'refuse' }),
};
