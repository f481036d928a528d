import { type Json, textAt } from '../objects/json.ts';

const attributes = (probe: Json): string => {
  const number = (field: string): string => textAt(probe, field) || '0';
  return `delay=${number('initialDelaySeconds')}s timeout=${number('timeoutSeconds')}s period=${number('periodSeconds')}s #success=${number('successThreshold')} #failure=${number('failureThreshold')}`;
};

const action = (probe: Json): string => {
  if (probe.exec !== undefined)
    return `exec [${((probe.exec as Json).command as string[] | undefined)?.join(' ') ?? ''}]`;
  if (probe.httpGet !== undefined) {
    const get = probe.httpGet as Json;
    return `http-get ${textAt(get, 'scheme').toLowerCase()}://${textAt(get, 'host')}:${textAt(get, 'port')}${textAt(get, 'path')}`;
  }
  if (probe.tcpSocket !== undefined)
    return `tcp-socket ${textAt(probe, 'tcpSocket', 'host')}:${textAt(probe, 'tcpSocket', 'port')}`;
  if (probe.grpc !== undefined)
    return `grpc <pod>:${textAt(probe, 'grpc', 'port')} ${textAt(probe, 'grpc', 'service')}`;
  return 'unknown';
};

/** The probes of a container. (kubectl: pkg/describe/describe.go, DescribeProbe) */
export const probeLines = (container: Json): string =>
  (['liveness', 'readiness', 'startup'] as const)
    .map((name) => {
      const probe = container[`${name}Probe`] as Json | undefined;
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      return probe ? `    ${title}:\t${action(probe)} ${attributes(probe)}\n` : '';
    })
    .join('');
