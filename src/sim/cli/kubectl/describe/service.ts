import { endpoints } from '../../../kubernetes/kinds/endpoints.ts';
import type { Run } from '../../program.ts';
import { ApiFailure } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import type { Ask } from './ask.ts';
import { annotationLines, headLines, labelLines, optional } from './text.ts';

/** Addresses of a port that are shown before the rest is only counted. */
const SHOWN = 3;

/** The addresses behind a port. (kubectl: formatEndpointSlices; the slices' data is that of the Endpoints) */
const behind = (subsets: readonly Json[], port: string): string => {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap((subset) =>
    listAt(subset, 'ports')
      .filter((p) => textAt(p, 'name') === port)
      .flatMap((p) => listAt(subset, 'addresses').map((a) => `${textAt(a, 'ip')}:${textAt(p, 'port')}`)),
  );
  const shown = all.slice(0, SHOWN).join(',');
  return all.length > SHOWN ? `${shown} + ${all.length - SHOWN} more...` : shown;
};

function* subsetsOf(service: Json, ask: Ask): Run<Json[]> {
  try {
    return listAt(yield* ask(pathOf(endpoints, namespaceOf(service), nameOf(service))), 'subsets');
  } catch (error) {
    if (error instanceof ApiFailure) return [];
    throw error;
  }
}

const portLines = (port: Json, subsets: readonly Json[]): string => {
  const name = textAt(port, 'name') || '<unset>';
  const protocol = textAt(port, 'protocol');
  const nodePort = textAt(port, 'nodePort');
  return [
    `Port:\t${name}\t${textAt(port, 'port')}/${protocol}\n`,
    `TargetPort:\t${textAt(port, 'targetPort')}/${protocol}\n`,
    optional('AppProtocol', textAt(port, 'appProtocol')),
    nodePort === '' ? '' : `NodePort:\t${name}\t${nodePort}/${protocol}\n`,
    `Endpoints:\t${behind(subsets, textAt(port, 'name'))}\n`,
  ].join('');
};

/** A Service with the addresses behind it. (kubectl: pkg/describe/describe.go, describeService) */
export function* describeService(service: Json, ask: Ask): Run<string> {
  const spec = (field: string): string => textAt(service, 'spec', field);
  const list = (field: string): string => ((at(service, 'spec')[field] ?? []) as string[]).join(',');
  const subsets = yield* subsetsOf(service, ask);
  return [
    headLines(service),
    labelLines(service),
    annotationLines(service),
    `Selector:\t${selectorText({ matchLabels: at(service, 'spec', 'selector') })}\n`,
    `Type:\t${spec('type')}\n`,
    optional('IP Family Policy', spec('ipFamilyPolicy')),
    `IP Families:\t${list('ipFamilies') || '<none>'}\n`,
    `IP:\t${spec('clusterIP')}\n`,
    `IPs:\t${list('clusterIPs') || '<none>'}\n`,
    optional('External IPs', list('externalIPs')),
    optional('Desired LoadBalancer IP', spec('loadBalancerIP')),
    optional('External Name', spec('externalName')),
    ...listAt(service, 'spec', 'ports').map((port) => portLines(port, subsets)),
    `Session Affinity:\t${spec('sessionAffinity')}\n`,
    optional('External Traffic Policy', spec('externalTrafficPolicy')),
    optional('Internal Traffic Policy', spec('internalTrafficPolicy')),
    optional('LoadBalancer Source Ranges', list('loadBalancerSourceRanges')),
    optional('Traffic Distribution', spec('trafficDistribution')),
  ].join('');
}
