/** The parts of a Pod that the model looks into; everything else is carried along. */

/** A key of a Secret or ConfigMap and the file it becomes. */
export interface KeyToPath {
  readonly key: string;
  readonly path: string;
  readonly mode?: number;
}

/** A field of the Pod. */
export interface FieldRef {
  apiVersion?: string;
  readonly fieldPath: string;
}

/** A file with a field of the Pod. */
export interface DownwardItem {
  readonly path: string;
  fieldRef?: FieldRef;
  readonly resourceFieldRef?: { readonly containerName?: string; readonly resource: string };
  readonly mode?: number;
}

/** One source of a projected volume. */
export interface Projection {
  secret?: { readonly name?: string; readonly items?: KeyToPath[]; readonly optional?: boolean };
  configMap?: { readonly name?: string; readonly items?: KeyToPath[]; readonly optional?: boolean };
  downwardAPI?: { readonly items?: DownwardItem[] };
  serviceAccountToken?: { readonly audience?: string; expirationSeconds?: number; readonly path: string };
}

/** A volume with its one source. */
export interface Volume {
  readonly name: string;
  emptyDir?: { readonly medium?: string; readonly sizeLimit?: string };
  hostPath?: { readonly path: string; type?: string };
  secret?: {
    readonly secretName?: string;
    readonly items?: KeyToPath[];
    defaultMode?: number;
    readonly optional?: boolean;
  };
  configMap?: {
    readonly name?: string;
    readonly items?: KeyToPath[];
    defaultMode?: number;
    readonly optional?: boolean;
  };
  downwardAPI?: { readonly items?: DownwardItem[]; defaultMode?: number };
  projected?: { readonly sources: Projection[] | null; defaultMode?: number };
  persistentVolumeClaim?: { readonly claimName: string };
  csi?: {
    readonly driver: string;
    readonly readOnly?: boolean;
    readonly volumeAttributes?: Readonly<Record<string, string>>;
  };
  [other: string]: unknown;
}

/** A variable, given or referred to. */
export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    fieldRef?: FieldRef;
    readonly resourceFieldRef?: { readonly containerName?: string; readonly resource: string };
    readonly configMapKeyRef?: { readonly name?: string; readonly key: string; readonly optional?: boolean };
    readonly secretKeyRef?: { readonly name?: string; readonly key: string; readonly optional?: boolean };
  };
}

/** Where a container sees a volume. */
export interface VolumeMount {
  readonly name: string;
  readonly readOnly?: boolean;
  readonly mountPath: string;
  readonly subPath?: string;
}

/** A question to a container, with its rhythm in seconds. */
export interface Probe {
  readonly exec?: { readonly command?: string[] };
  httpGet?: { path?: string; readonly port: number | string; scheme?: string };
  readonly tcpSocket?: { readonly port: number | string };
  readonly grpc?: { readonly port: number };
  readonly initialDelaySeconds?: number;
  timeoutSeconds?: number;
  periodSeconds?: number;
  successThreshold?: number;
  failureThreshold?: number;
}

/** A port of a container. */
export interface ContainerPort {
  readonly name?: string;
  hostPort?: number;
  readonly containerPort: number;
  protocol?: string;
}

/** Requests and limits, by resource. */
export interface Resources {
  readonly limits?: Record<string, string>;
  requests?: Record<string, string>;
}

/** Identity and rights of a container. */
export interface SecurityContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: { readonly add?: string[]; readonly drop?: string[] };
}

/** A container of a Pod, init containers too. */
export interface Container {
  readonly name: string;
  image?: string;
  readonly command?: string[];
  readonly args?: string[];
  readonly workingDir?: string;
  readonly ports?: ContainerPort[];
  readonly envFrom?: {
    readonly prefix?: string;
    readonly configMapRef?: { readonly name?: string; readonly optional?: boolean };
    readonly secretRef?: { readonly name?: string; readonly optional?: boolean };
  }[];
  readonly env?: EnvVar[];
  resources?: Resources;
  restartPolicy?: string;
  restartPolicyRules?: unknown;
  volumeMounts?: VolumeMount[];
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly postStart?: unknown; readonly preStop?: unknown };
  terminationMessagePath?: string;
  terminationMessagePolicy?: string;
  imagePullPolicy?: string;
  readonly securityContext?: SecurityContext;
}

/** A taint that a Pod puts up with. */
export interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

/** A Pod's spec. */
export interface PodSpec {
  volumes?: Volume[];
  initContainers?: Container[];
  containers: Container[] | null;
  restartPolicy?: string;
  terminationGracePeriodSeconds?: number;
  activeDeadlineSeconds?: number;
  dnsPolicy?: string;
  nodeSelector?: Record<string, string>;
  serviceAccountName?: string;
  serviceAccount?: string;
  automountServiceAccountToken?: boolean;
  nodeName?: string;
  hostNetwork?: boolean;
  shareProcessNamespace?: boolean;
  securityContext?: {
    readonly runAsUser?: number;
    readonly runAsGroup?: number;
    readonly fsGroup?: number;
    readonly runAsNonRoot?: boolean;
    readonly supplementalGroups?: number[];
  };
  imagePullSecrets?: { readonly name?: string }[];
  hostname?: string;
  subdomain?: string;
  schedulerName?: string;
  tolerations?: Toleration[];
  priorityClassName?: string;
  priority?: number;
  preemptionPolicy?: string;
  enableServiceLinks?: boolean;
  [other: string]: unknown;
}

/** A Pod's (or a template's) spec, typed. */
export const podSpecOf = (object: { readonly [field: string]: unknown }): PodSpec =>
  (object.spec ?? { containers: null }) as PodSpec;
