import type { SettingName, Settings } from '../settings/settings.ts';

/** What every annotation of the injector begins with. */
export const PREFIX = 'vault.hashicorp.com/';

export type Topic =
  | 'activation'
  | 'secrets'
  | 'connection'
  | 'authentication'
  | 'pod'
  | 'resources'
  | 'security'
  | 'templates'
  | 'cache'
  | 'shutdown'
  | 'telemetry';

/**
 * How a value is read. `bool`, `int`, `uint`, `float`, `duration`, `quantity` and `json-patch` are checked when the Pod
 * is made, the others are copied as they stand.
 */
export type ValueKind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'float'
  | 'duration'
  | 'quantity'
  | 'json-patch'
  | 'word'
  | 'text'
  | 'list'
  | 'template'
  | 'path'
  | 'name'
  | 'json';

/**
 * Where a suffix belongs: none (`role`), a secret's name (`agent-inject-secret-<name>`), either (`secret-volume-path`),
 * or the name of a parameter that is handed on (`auth-config-<parameter>`).
 */
export type Form = 'plain' | 'secret' | 'plain or secret' | 'parameter';

/** What a default may depend on. */
export interface Given {
  readonly settings: Settings;
  /** Annotations as the Pod's author wrote them. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Namespace of the request. */
  readonly namespace: string;
  /** Names of the Pod's containers. */
  readonly containers: readonly string[];
}

/** The value an annotation has that is not written: a constant, a setting of the injector, or computed. */
export type Fallback =
  | { readonly text: string }
  | { readonly setting: SettingName; readonly ifEmpty?: string }
  | { readonly says: string; readonly of: (given: Given) => string; readonly setting?: SettingName };

/** One annotation: read by the injector itself, by editor completion and hovers, and by the generated reference. */
export interface Annotation {
  /** Without the prefix, and without `-<suffix>`. */
  readonly name: string;
  readonly form: Form;
  readonly topic: Topic;
  readonly kind: ValueKind;
  /** Words worth offering. */
  readonly words?: readonly string[];
  readonly fallback?: Fallback;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** What it changes in the Pod or in the Agent's configuration. */
  readonly effect: string;
  /** What surprises people. */
  readonly trap?: string;
  readonly example: string;
}

export const BOOL_WORDS = ['true', 'false'] as const;
