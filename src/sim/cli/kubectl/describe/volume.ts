import { at, type Json, listAt, textAt } from '../objects/json.ts';

type Lines = readonly (readonly [title: string, value: string])[];

const projected = (volume: Json): Lines => [
  ['Type', 'Projected (a volume that contains injected data from multiple sources)'],
  ...listAt(volume, 'projected', 'sources').flatMap((s): Lines => {
    if (s.serviceAccountToken !== undefined)
      return [['TokenExpirationSeconds', textAt(s, 'serviceAccountToken', 'expirationSeconds')]];
    if (s.configMap !== undefined)
      return [
        ['ConfigMapName', textAt(s, 'configMap', 'name')],
        ['Optional', `${at(s, 'configMap').optional === true}`],
      ];
    if (s.secret !== undefined)
      return [
        ['SecretName', textAt(s, 'secret', 'name')],
        ['Optional', `${at(s, 'secret').optional === true}`],
      ];
    return s.downwardAPI === undefined ? [] : [['DownwardAPI', 'true']];
  }),
];

const csi = (volume: Json): Lines => {
  const attributes = Object.entries(at(volume, 'csi', 'volumeAttributes')).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ['Type', 'CSI (a Container Storage Interface (CSI) volume source)'],
    ['Driver', textAt(volume, 'csi', 'driver')],
    ['FSType', textAt(volume, 'csi', 'fsType')],
    ['ReadOnly', `${at(volume, 'csi').readOnly === true}`],
    // The real program indents these twice.
    [
      'VolumeAttributes',
      attributes.map(([key, value]) => `    ${key}=${String(value)}`).join('\n        \t') || '<none>',
    ],
  ];
};

const DOWNWARD = 'DownwardAPI (a volume populated by information about the pod)';

const downward = (volume: Json): Lines => {
  const items = listAt(volume, 'downwardAPI', 'items').map((item) => {
    const from = textAt(item, 'fieldRef', 'fieldPath') || textAt(item, 'resourceFieldRef', 'resource');
    return `      ${from} -> ${textAt(item, 'path')}`;
  });
  return [['Items', `\n${items.join('\n')}`]];
};

const linesOf = (volume: Json): Lines => {
  if (volume.csi !== undefined) return csi(volume);
  if (volume.projected !== undefined) return projected(volume);
  if (volume.emptyDir !== undefined)
    return [
      ['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
      ['Medium', textAt(volume, 'emptyDir', 'medium')],
      ['SizeLimit', textAt(volume, 'emptyDir', 'sizeLimit') || '<unset>'],
    ];
  if (volume.secret !== undefined)
    return [
      ['Type', 'Secret (a volume populated by a Secret)'],
      ['SecretName', textAt(volume, 'secret', 'secretName')],
      ['Optional', `${at(volume, 'secret').optional === true}`],
    ];
  if (volume.configMap !== undefined)
    return [
      ['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
      ['Name', textAt(volume, 'configMap', 'name')],
      ['Optional', `${at(volume, 'configMap').optional === true}`],
    ];
  if (volume.hostPath !== undefined)
    return [
      ['Type', 'HostPath (bare host directory volume)'],
      ['Path', textAt(volume, 'hostPath', 'path')],
      ['HostPathType', at(volume, 'hostPath').type === undefined ? '<none>' : textAt(volume, 'hostPath', 'type')],
    ];
  if (volume.downwardAPI !== undefined) return [['Type', DOWNWARD], ...downward(volume)];
  if (volume.persistentVolumeClaim !== undefined)
    return [
      ['Type', 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)'],
      ['ClaimName', textAt(volume, 'persistentVolumeClaim', 'claimName')],
      ['ReadOnly', `${at(volume, 'persistentVolumeClaim').readOnly === true}`],
    ];
  const [type] = Object.keys(volume).filter((k) => k !== 'name');
  return [['Type', type ?? '<unknown>']];
};

/**
 * The volumes of a Pod or a template. (kubectl: pkg/describe/describe.go, describeVolumes)
 * @param template whether names are indented as within a template
 */
export const volumeLines = (volumes: readonly Json[], template = false): string => {
  const title = `${template ? '  ' : ''}Volumes:`;
  if (volumes.length === 0) return `${title}\t<none>\n`;
  const line = ([name, value]: Lines[number]): string =>
    `    ${name}:${value.startsWith('\n') ? value : `\t${value}`}\n`;
  return `${title}\n${volumes
    .map((v) => `  ${template ? ' ' : ''}${textAt(v, 'name')}:\n${linesOf(v).map(line).join('')}`)
    .join('')}`;
};
