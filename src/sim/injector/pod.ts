/** The parts of a Pod that the injector looks at, as decoded from the request. */

export interface VolumeMount {
  readonly name?: string;
  readonly mountPath?: string;
  readonly readOnly?: boolean;
}

export interface Container {
  readonly name?: string;
  readonly env?: readonly { readonly name?: string; readonly value?: string }[];
  readonly volumeMounts?: readonly VolumeMount[];
  readonly securityContext?: { readonly runAsUser?: number | bigint };
  readonly [field: string]: unknown;
}

export interface Volume {
  readonly name?: string;
  readonly projected?: {
    readonly sources?: readonly { readonly serviceAccountToken?: { readonly path?: string } }[];
  };
}

export interface Pod {
  readonly metadata?: {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: {
    readonly volumes?: readonly Volume[];
    readonly containers?: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly shareProcessNamespace?: boolean;
  };
  readonly status?: { readonly phase?: string };
}

export const containersOf = (pod: Pod): readonly Container[] => pod.spec?.containers ?? [];
export const initContainersOf = (pod: Pod): readonly Container[] => pod.spec?.initContainers ?? [];
export const volumesOf = (pod: Pod): readonly Volume[] => pod.spec?.volumes ?? [];
