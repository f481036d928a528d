/**
 * What the functions of Agent templates do. Source: consul-template: template/funcs.go and docs/templating-language.md; Go:
 * text/template. Parameters are read off the model's own functions.
 */
import type { ReferenceEntry } from './entry.ts';

/** Functions of one kind, in the order of the page. */
export interface FunctionGroup {
  readonly title: string;
  readonly entries: readonly ReferenceEntry[];
}

const entry = (name: string, summary: string, example?: string, trap?: string): ReferenceEntry => ({
  name,
  type: 'function',
  summary,
  ...(example !== undefined && { example }),
  ...(trap !== undefined && { trap }),
});

export const functionGroups: readonly FunctionGroup[] = [
  {
    title: 'Vault',
    entries: [
      entry(
        'secret',
        'A secret by its path; with k=v arguments it writes and gives the answer.',
        '{{ with secret "kv/data/app/config" }}{{ .Data.data.password }}{{ end }}',
        'The path is asked for after the first run: until then with skips its block.',
      ),
      entry(
        'secrets',
        'The names below a path of KV version 1, or below metadata/ of version 2.',
        '{{ range secrets "kv/metadata/app/" }}{{ . }}{{ end }}',
      ),
      entry(
        'pkiCert',
        'A certificate from a PKI engine that is kept until it must be renewed.',
        '{{ with pkiCert "pki/issue/web" "common_name=web.example.com" }}{{ .Cert }}{{ end }}',
        'Unlike secret it does not ask again at each restart while the file is valid.',
      ),
    ],
  },
  {
    title: 'Encoding',
    entries: [
      entry('base64Decode', 'Text from base64.', '{{ "c2VjcmV0" | base64Decode }}'),
      entry(
        'base64Encode',
        'Base64 of a text.',
        '{{ .Data.data.password | base64Encode }}',
        'It takes text alone: a number of a secret is none.',
      ),
      entry('base64URLDecode', 'Text from base64 as URLs use it.'),
      entry('base64URLEncode', 'Base64 as URLs use it.'),
      entry(
        'toJSON',
        'A value as JSON on one line, keys sorted.',
        '{{ .Data.data | toJSON }}',
        '<, > and & are written as \\u003c, \\u003e and \\u0026: the same JSON, but not the same text.',
      ),
      entry('toJSONPretty', 'A value as JSON with two spaces of indentation.', '{{ .Data.data | toJSONPretty }}'),
      entry('toUnescapedJSON', 'As toJSON, with <, > and & as they are.', '{{ .Data.data | toUnescapedJSON }}'),
      entry('toUnescapedJSONPretty', 'As toJSONPretty, with <, > and & as they are.'),
      entry('toYAML', 'A value as YAML, keys sorted.', '{{ .Data.data | toYAML }}'),
      entry('toTOML', 'A map as TOML.', '{{ .Data.data | toTOML }}'),
      entry('parseJSON', 'A value from JSON text.', '{{ with .Data.data.config | parseJSON }}{{ .host }}{{ end }}'),
      entry('parseYAML', 'A value from YAML text.'),
      entry('sha256Hex', 'SHA-256 of a text in hexadecimal.', '{{ .Data.data.password | sha256Hex }}'),
      entry('md5sum', 'MD5 of a text in hexadecimal.'),
      entry(
        'hmacSHA256Hex',
        'HMAC-SHA-256 of a message with a key, in hexadecimal.',
        '{{ hmacSHA256Hex "message" "key" }}',
        'The message comes first, then the key.',
      ),
    ],
  },
  {
    title: 'Text',
    entries: [
      entry(
        'contains',
        'Whether a list or a text contains a value.',
        '{{ if .Data.data.roles | contains "admin" }}…{{ end }}',
        'The value comes first: the list is what is piped in.',
      ),
      entry(
        'in',
        'Whether a list or a text contains a value.',
        '{{ if in .Data.data.roles "admin" }}…{{ end }}',
        'The other way round than contains: the list comes first.',
      ),
      entry('indent', 'Indents each line by a number of spaces.', '{{ .Data.data.ca | indent 4 }}'),
      entry('join', 'The items of a list with a text between them.', '{{ .Data.data.hosts | join "," }}'),
      entry('split', 'A text taken apart at a separator.', '{{ range .Data.data.hosts | split "," }}{{ . }}{{ end }}'),
      entry('splitToMap', 'A map from a text such as a:1,b:2.', '{{ "a:1,b:2" | splitToMap "," ":" }}'),
      entry('trim', 'A text without the given characters at both ends.', '{{ .Data.data.path | trim "/" }}'),
      entry('trimPrefix', 'A text without a beginning.', '{{ "v1.2" | trimPrefix "v" }}'),
      entry('trimSuffix', 'A text without an end.'),
      entry('trimSpace', 'A text without white space at both ends.', '{{ .Data.data.token | trimSpace }}'),
      entry('toLower', 'A text in lower case.', '{{ "WEB" | toLower }}'),
      entry('toUpper', 'A text in upper case.', '{{ "web" | toUpper }}'),
      entry('toTitle', 'A text with every word capitalised.'),
      entry('replaceAll', 'A text with every occurrence replaced.', '{{ "a-b" | replaceAll "-" "_" }}'),
      entry(
        'regexMatch',
        'Whether a text matches a regular expression.',
        '{{ if .Data.data.host | regexMatch "^db-" }}…{{ end }}',
      ),
      entry(
        'regexReplaceAll',
        'A text with everything that matches replaced.',
        '{{ "a1b2" | regexReplaceAll "[0-9]" "" }}',
      ),
      entry(
        'sockaddr',
        'An address of the machine, by a go-sockaddr template.',
        '{{ sockaddr "GetPrivateIP" }}',
        "It is the Agent's address, not the application's; in a Pod they are the same.",
      ),
    ],
  },
  {
    title: 'Lists and maps',
    entries: [
      entry('byKey', 'Groups pairs by the first part of their key.'),
      entry('byMeta', 'Groups services by metadata.'),
      entry('byPort', 'Groups services by port.'),
      entry('byTag', 'Groups services by tag.'),
      entry('containsAll', 'Whether a list contains all of some values.'),
      entry('containsAny', 'Whether a list contains any of some values.'),
      entry('containsNone', 'Whether a list contains none of some values.'),
      entry('containsNotAll', 'Whether a list lacks one of some values.'),
      entry('explode', 'A tree of maps from pairs with slashes in their keys.'),
      entry(
        'explodeMap',
        'A tree of maps from a map with slashes in its keys.',
        '{{ .Data.data | explodeMap | toJSON }}',
      ),
      entry('mergeMap', 'Two maps in one; the piped one keeps its values.'),
      entry('mergeMapWithOverride', 'Two maps in one; the piped one gives way.'),
      entry('loop', 'Numbers from a start up to an end, without it.', '{{ range loop 3 }}{{ . }}{{ end }}'),
    ],
  },
  {
    title: 'Numbers',
    entries: [
      entry('add', 'The sum of two numbers.', '{{ 1 | add 2 }}'),
      entry('subtract', 'A difference: the piped number minus the argument.', '{{ 5 | subtract 2 }}'),
      entry('multiply', 'The product of two numbers.', '{{ 2 | multiply 3 }}'),
      entry('divide', 'A quotient: the piped number divided by the argument.', '{{ 6 | divide 2 }}'),
      entry('modulo', 'The rest of a division.', '{{ 7 | modulo 2 }}'),
      entry('minimum', 'The smaller of two numbers.'),
      entry('maximum', 'The larger of two numbers.'),
      entry('parseBool', 'A boolean from a text.', '{{ if "true" | parseBool }}…{{ end }}'),
      entry('parseFloat', 'A number from a text.'),
      entry('parseInt', 'A whole number from a text.', '{{ "5" | parseInt | add 1 }}'),
      entry('parseUint', 'A whole number without sign from a text.'),
    ],
  },
  {
    title: 'Surroundings',
    entries: [
      entry(
        'env',
        "A variable of the Agent's environment.",
        '{{ env "HOSTNAME" }}',
        "The Agent's, not the application's container's.",
      ),
      entry(
        'envOrDefault',
        "A variable of the Agent's environment, or a text where it is not set.",
        '{{ envOrDefault "ZONE" "none" }}',
      ),
      entry(
        'mustEnv',
        "A variable of the Agent's environment; without it the template fails.",
        '{{ mustEnv "HOSTNAME" }}',
      ),
      entry(
        'file',
        "The text of a file in the Agent's container, watched for changes.",
        '{{ file "/vault/custom/ca.crt" }}',
      ),
      entry('plugin', "The output of a program in the Agent's container."),
      entry('executeTemplate', 'Another template of the same file, run with a value.', '{{ executeTemplate "row" . }}'),
      entry('scratch', 'A place to keep values while a template runs.', '{{ scratch.Set "n" 1 }}{{ scratch.Get "n" }}'),
      entry('timestamp', 'The present time: RFC 3339, a Go layout, or "unix".', '{{ timestamp }}'),
      entry(
        'writeToFile',
        'Writes a text to a file with owner, group and mode.',
        '{{ .Key | writeToFile "/vault/secrets/key.pem" "vault" "vault" "0400" }}',
        "For certificates with their keys; the file is written in the Agent's container.",
      ),
    ],
  },
  {
    title: 'Go',
    entries: [
      entry(
        'and',
        'The first of its arguments that counts as false, or the last.',
        '{{ if and .Data.data.user .Data.data.password }}…{{ end }}',
      ),
      entry(
        'or',
        'The first of its arguments that counts as true, or the last.',
        '{{ or .Data.data.host "localhost" }}',
      ),
      entry('not', 'Whether its argument counts as false.', '{{ if not .Data.data.host }}…{{ end }}'),
      entry(
        'eq',
        'Whether the first argument equals one of the others.',
        '{{ if eq .Data.data.env "prod" }}…{{ end }}',
      ),
      entry('ne', 'Whether two values differ.'),
      entry(
        'lt',
        'Whether the first value is less.',
        undefined,
        'A number of a secret is a json.Number: compare it after parseInt.',
      ),
      entry('le', 'Whether the first value is less or equal.'),
      entry('gt', 'Whether the first value is greater.'),
      entry('ge', 'Whether the first value is greater or equal.'),
      entry(
        'index',
        'An element of a list or map, also by keys that are no names.',
        '{{ index .Data.data "db-password" }}',
        'A key with a dash needs it.',
      ),
      entry('slice', 'A part of a text or list.', '{{ slice "abc" 0 2 }}'),
      entry('len', 'The length of a text, list or map.', '{{ len .Data.data }}'),
      entry('print', 'Its arguments as text.'),
      entry('printf', 'Its arguments in a format.', '{{ printf "%s:%v" .Data.data.host .Data.data.port }}'),
      entry('println', 'Its arguments as text, with a line feed.'),
      entry('html', 'A text that is safe in HTML.'),
      entry('js', 'A text that is safe in JavaScript.'),
      entry('urlquery', 'A text that is safe in the query of an address.', '{{ .Data.data.password | urlquery }}'),
      entry('call', 'A function value, called.'),
    ],
  },
  {
    title: 'Consul and Nomad',
    entries: [
      entry(
        'key',
        "A key of Consul's store.",
        undefined,
        'No Consul runs in a Pod: the call fails until the Agent gives up.',
      ),
      entry('keyExists', "Whether a key of Consul's store exists."),
      entry('keyOrDefault', "A key of Consul's store, or a text."),
      entry('ls', "Keys of Consul's store below a path."),
      entry('safeLs', 'As ls; nothing below a path is no reason to wait.'),
      entry('tree', "Keys of Consul's store below a path, all levels."),
      entry('safeTree', 'As tree; nothing below a path is no reason to wait.'),
      entry('node', 'A node of Consul.'),
      entry('nodes', 'All nodes of Consul.'),
      entry('service', 'The healthy instances of a service in Consul.'),
      entry('services', 'All services in Consul.'),
      entry('datacenters', 'Data centres of Consul.'),
      entry('connect', "Instances of a service in Consul's mesh."),
      entry('caRoots', "Root certificates of Consul's mesh."),
      entry('caLeaf', "A certificate of a service in Consul's mesh."),
      entry('exportedServices', 'Services that a Consul partition exports.'),
      entry('partitions', 'Partitions of Consul.'),
      entry('peerings', 'Peerings of Consul.'),
      entry('nomadService', 'The instances of a service in Nomad.'),
      entry('nomadServices', 'All services in Nomad.'),
      entry('nomadVar', 'A variable of Nomad.'),
      entry('nomadVarExists', 'Whether a variable of Nomad exists.'),
      entry('nomadVarList', 'Variables of Nomad below a path.'),
      entry('nomadVarListSafe', 'As nomadVarList; nothing is no reason to wait.'),
    ],
  },
  {
    title: 'Debugging',
    entries: [
      entry('spew_dump', "A value with its types, printed to the Agent's output."),
      entry('spew_printf', 'Values with their types in a format.'),
      entry('spew_sdump', 'A value with its types as text.', '{{ .Data | spew_sdump }}'),
      entry('spew_sprintf', 'Values with their types in a format, as text.'),
    ],
  },
];
