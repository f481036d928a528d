import { joinPath } from '../../go/path.ts';
import type { Agent } from '../agent/agent.ts';
import type { Secret } from '../agent/secrets.ts';
import { ifTrue, joined, type Sourced, unlessEmpty } from '../agent/sourced.ts';
import type { Tree } from '../patch/tree.ts';

/** Both read `.Data`. vault-k8s: agent-inject/agent/config.go `DefaultMapTemplate`, `DefaultJSONTemplate` */
const DEFAULTS: Readonly<Record<string, (path: string) => string>> = {
  map: (path) => `{{ with secret "${path}" }}{{ range $k, $v := .Data }}{{ $k }}: {{ $v }}\n{{ end }}{{ end }}`,
  json: (path) => `{{ with secret "${path}" }}{{ .Data | toJSON }}\n{{ end }}`,
};

const contents = (secret: Secret, fallback: Sourced<string>): Sourced<string> | undefined => {
  if (secret.templateFile.value !== '') return unlessEmpty(secret.template);
  if (secret.template.value !== '') return secret.template;
  return joined(DEFAULTS[fallback.value]?.(secret.path.value) ?? '', secret.path, fallback);
};

const destination = ({ file, mountPath, name }: Secret): Sourced<string> =>
  file.value === ''
    ? joined(`${mountPath.value}/${name.value}`, mountPath, name)
    : joined(joinPath(mountPath.value, file.value), mountPath, file);

const delimiter = (written: Sourced<string>, usual: string): Sourced<string> =>
  written.value === '' ? written.map(() => usual) : written;

/** The Agent's `template` stanzas, one for each secret. vault-k8s: agent-inject/agent/config.go `newTemplateConfigs` */
export const templates = ({ secrets, defaultTemplate }: Agent): Tree =>
  secrets.length === 0
    ? undefined
    : secrets.map((secret) => ({
        destination: destination(secret),
        contents: contents(secret, defaultTemplate),
        left_delimiter: delimiter(secret.leftDelimiter, '{{'),
        right_delimiter: delimiter(secret.rightDelimiter, '}}'),
        command: unlessEmpty(secret.command),
        source: unlessEmpty(secret.templateFile),
        perms: unlessEmpty(secret.permissions),
        error_on_missing_key: ifTrue(secret.errorOnMissingKey),
      }));
