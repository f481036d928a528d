import { type Json, writeJson } from '../go/json-write.ts';
import { base64, utf8 } from '../jwt/base64.ts';
import { fillDefaults } from './agent/fill.ts';
import { newAgent } from './agent/new-agent.ts';
import { validate } from './agent/validate.ts';
import { keyOf } from './annotations/index.ts';
import { parseBool } from './go/parse.ts';
import { Panic, Refusal, withPrefix } from './go/refusal.ts';
import { buildPatch } from './patch/build.ts';
import type { Operation } from './patch/operation.ts';
import type { Pod } from './pod.ts';
import type { AdmissionRequest, Review } from './review/read-review.ts';
import type { Settings } from './settings/settings.ts';
import { decode } from './types/decode.ts';

/** Where a decision was taken; in the order in which the handler goes through them. */
export type Stage =
  | 'decodingPod'
  | 'checkingInjection'
  | 'checkingNamespace'
  | 'settingDefaults'
  | 'creatingAgent'
  | 'validatingAgent'
  | 'creatingPatch';

/** What the injector makes of a Pod. */
export type Decision =
  | { readonly outcome: 'untouched'; readonly stage: Stage; readonly why: string }
  | {
      readonly outcome: 'denied';
      readonly stage: Stage;
      readonly message: string;
      /** Keys of the annotations that the message is about. */
      readonly from: readonly string[];
    }
  | { readonly outcome: 'injected'; readonly stage: Stage; readonly operations: readonly Operation[] };

/** Namespaces the handler refuses. vault-k8s: agent-inject/handler.go `kubeSystemNamespaces` */
const SYSTEM_NAMESPACES: readonly string[] = ['kube-system', 'kube-public'];

const reasonToLeave = (pod: Pod): string | undefined => {
  const key = keyOf('agent-inject');
  const asked = pod.metadata?.annotations?.[key];
  if (asked === undefined) return `the Pod has no annotation ${key}`;
  if (!parseBool(asked)) return `${key} is false`;
  const phase = pod.status?.phase ?? '';
  if (phase !== '' && phase !== 'Pending') return `the Pod is already ${phase}`;
  const status = keyOf('agent-inject-status');
  return pod.metadata?.annotations?.[status] === 'injected' ? `${status} says it has been injected already` : undefined;
};

/** Runs the stages in order, so that a refusal knows where it happened. */
class Progress {
  stage: Stage = 'decodingPod';

  at<T>(stage: Stage, prefix: string, body: () => T): T {
    this.stage = stage;
    return withPrefix(prefix, body);
  }
}

const decided = (progress: Progress, object: unknown, namespace: string, settings: Settings): Decision => {
  if (object === undefined || object === null) throw new Refusal('unexpected end of JSON input');
  const pod = decode('Pod', object) as Pod;
  const why = progress.at('checkingInjection', 'error checking if should inject agent: ', () => reasonToLeave(pod));
  if (why !== undefined) return { outcome: 'untouched', stage: progress.stage, why };
  progress.at('checkingNamespace', 'error with request namespace: ', () => {
    if (SYSTEM_NAMESPACES.includes(namespace)) throw new Refusal(`cannot inject into system namespaces: ${namespace}`);
  });
  const annotations = progress.at('settingDefaults', 'error adding default annotations: ', () =>
    fillDefaults(pod, namespace, settings),
  );
  const agent = progress.at('creatingAgent', 'error creating new agent sidecar: ', () =>
    newAgent(pod, annotations, settings),
  );
  progress.at('validatingAgent', 'error validating agent configuration: ', () => validate(agent));
  const operations = progress.at('creatingPatch', 'error creating patch for agent: ', () => buildPatch(agent));
  return { outcome: 'injected', stage: progress.stage, operations };
};

/**
 * Decides about one Pod.
 * @param object the Pod as JSON, undefined or null where the request has none
 * @param namespace of the request (the one in the Pod does not count)
 * @returns the decision, or undefined where the real program crashes
 */
export const decide = (object: unknown, namespace: string, settings: Settings): Decision | undefined => {
  const progress = new Progress();
  try {
    return decided(progress, object, namespace, settings);
  } catch (error) {
    if (error instanceof Panic) return undefined;
    if (!(error instanceof Refusal)) throw error;
    const from =
      error.from.length === 0 && progress.stage === 'checkingInjection' ? [keyOf('agent-inject')] : error.from;
    return { outcome: 'denied', stage: progress.stage, message: error.message, from };
  }
};

/** The patch as it travels: JSON text. Keys `op`, `path`, `value` are sorted, as the real program writes a map. */
export const patchText = (operations: readonly Operation[]): string =>
  writeJson(operations.map(({ op, path, value }) => (value === undefined ? { op, path } : { op, path, value })));

/** The answering half of an AdmissionReview. */
export interface AdmissionResponse {
  readonly uid: string;
  readonly allowed: boolean;
  readonly status?: { readonly metadata: Readonly<Record<string, never>>; readonly message: string };
  /** Base64 of a JSON patch. */
  readonly patch?: string;
  readonly patchType?: 'JSONPatch';
}

/** The answer to a review, or `closed` where the real program drops the connection. */
export type Mutation =
  | { readonly closed: true; readonly decision?: undefined; readonly response?: undefined }
  | { readonly closed: false; readonly decision: Decision; readonly response: { readonly [key: string]: Json } };

const responseTo = ({ uid = '' }: AdmissionRequest, decision: Decision): { readonly [key: string]: Json } => {
  if (decision.outcome === 'untouched') return { uid, allowed: true };
  if (decision.outcome === 'denied')
    return { uid, allowed: false, status: { metadata: {}, message: decision.message } };
  return { uid, allowed: true, patch: base64(utf8(patchText(decision.operations))), patchType: 'JSONPatch' };
};

/** The answer carries the version and kind that came; both are left out where both were. */
const typed = ({ apiVersion, kind }: Review): { readonly [key: string]: Json } => {
  if (apiVersion === '' && kind === '') return { kind: 'AdmissionReview', apiVersion: 'admission.k8s.io/v1' };
  return { ...(kind === '' ? {} : { kind }), ...(apiVersion === '' ? {} : { apiVersion }) };
};

/**
 * Answers an AdmissionReview: the injector's whole work as a function. vault-k8s: agent-inject/handler.go `Mutate`
 * @param review a decoded review
 */
export const mutate = (review: Review, settings: Settings): Mutation => {
  const { request } = review;
  if (request === undefined) return { closed: true }; // it reaches through a nil pointer
  const decision = decide(request.object, request.namespace ?? '', settings);
  if (!decision) return { closed: true };
  return { closed: false, decision, response: { ...typed(review), response: responseTo(request, decision) } };
};
