import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test, vi } from 'vitest';
import { machines, Session, type WorldDefinition } from '../../src/sim/index.ts';

/** Each run plays a world for minutes. */
const RUNS = Math.min(400, Number(process.env.FUZZ_RUNS ?? 40));
vi.setConfig({ testTimeout: 600_000 });

const worldOf = (name: string): WorldDefinition =>
  load(readFileSync(new URL(`../../content/worlds/${name}.yaml`, import.meta.url), 'utf8')) as WorldDefinition;

/** A world that is set up once: each run goes on from there. */
const begun = new Map<string, Session>();
const sessionOf = (name: string): Session => {
  let known = begun.get(name);
  if (!known) {
    known = new Session(machines, worldOf(name));
    known.type('kubectl create namespace app');
    known.type('kubectl create serviceaccount web -n app');
    begun.set(name, known);
  }
  return known.branch();
};

const word = fc.constantFrom(
  'web',
  'app',
  'kv',
  'none',
  '',
  'a/b',
  'a/b/c',
  'default',
  '../x',
  '{{',
  '5',
  '-1s',
  '10s',
  '1h',
  'Ünïcode',
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 12 }));
const tree = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(word, scalar, { maxKeys: 3 }));
const spec = (known: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(known, { requiredKeys: [] });

/** What works, with at most two fields as they come. */
const nearly = (good: object, known: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .tuple(fc.record(known), fc.uniqueArray(fc.constantFrom(...Object.keys(known)), { maxLength: 2 }))
    .map(([random, keys]) => ({
      ...good,
      ...Object.fromEntries(keys.map((key) => [key, (random as Record<string, unknown>)[key]])),
    }));

const apply = (session: Session, kind: string, apiVersion: string, body: object): void => {
  const object = { apiVersion, kind, metadata: { name: 'web', namespace: 'app' }, ...body };
  session.save('it.yaml', JSON.stringify(object));
  // Refused or not: what matters is that the world goes on.
  session.type('kubectl apply -f it.yaml');
};

const VSO = 'secrets.hashicorp.com/v1beta1';
const destination = nearly(
  { name: 'web', create: true },
  {
    name: word,
    create: fc.boolean(),
    overwrite: fc.boolean(),
    type: word,
    labels: tree,
    transformation: spec({
      templates: fc.dictionary(
        word,
        fc.oneof(tree, spec({ name: word, text: fc.oneof(word, fc.constant('{{ .Secrets.a | b64enc }}')) })),
      ),
      includes: tree,
      excludes: fc.oneof(tree, fc.array(fc.constantFrom('.*', '(', '[a-', '(?=x)', '(a+)+$'))),
      excludeRaw: fc.boolean(),
    }),
  },
);

test('the operator outlives whatever its resources say', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(
      nearly(
        { address: 'http://vault:8200' },
        {
          address: fc.oneof(
            word,
            fc.constantFrom('http://vault:8200', 'http://vault:8200', 'https://vault:8200', 'ftp://', '://'),
          ),
        },
      ),
      nearly(
        {
          vaultConnectionRef: 'web',
          method: 'kubernetes',
          mount: 'kubernetes',
          kubernetes: { role: 'app-web', serviceAccount: 'web' },
        },
        {
          vaultConnectionRef: fc.constantFrom('web', 'web', 'none', 'a/b/c'),
          method: fc.constantFrom('kubernetes', 'kubernetes', 'jwt', ''),
          mount: fc.constantFrom('kubernetes', 'kubernetes', 'none', ''),
          allowedNamespaces: tree,
          kubernetes: fc.oneof(
            tree,
            spec({
              role: fc.constantFrom('app-web', 'app-web', 'x'),
              serviceAccount: fc.constantFrom('web', 'web', 'none', ''),
              audiences: tree,
              tokenExpirationSeconds: fc.integer(),
            }),
          ),
        },
      ),
      nearly(
        {
          vaultAuthRef: 'web',
          mount: 'kv',
          type: 'kv-v2',
          path: 'app/config',
          destination: { name: 'web', create: true },
        },
        {
          vaultAuthRef: word,
          mount: word,
          type: fc.constantFrom('kv-v1', 'kv-v2', 'x'),
          path: word,
          version: fc.integer(),
          refreshAfter: word,
          hmacSecretData: fc.boolean(),
          rolloutRestartTargets: fc.oneof(
            tree,
            fc.array(spec({ kind: fc.constantFrom('Deployment', 'Pod'), name: word })),
          ),
          destination,
        },
      ),
      nearly(
        { vaultAuthRef: 'web', mount: 'kv', path: 'data/app/config', destination: { name: 'dynamic', create: true } },
        {
          vaultAuthRef: word,
          mount: word,
          path: word,
          params: tree,
          requestHTTPMethod: fc.constantFrom('GET', 'PUT', 'HEAD', ''),
          renewalPercent: fc.integer(),
          refreshAfter: word,
          destination,
        },
      ),
      (connection, auth, secret, dynamic) => {
        const session = sessionOf('secrets-operator');
        apply(session, 'VaultConnection', VSO, { spec: connection });
        apply(session, 'VaultAuth', VSO, { spec: auth });
        apply(session, 'VaultStaticSecret', VSO, { spec: secret });
        apply(session, 'VaultDynamicSecret', VSO, { spec: dynamic });
        session.advanceTo(120_000);
        session.type('kubectl delete -f it.yaml');
        session.advanceTo(180_000);
        seen.add(session.run.history.some((e) => e.kind === 'request' && e.path.startsWith('/v1/kv/data/app/config')));
      },
    ),
    { numRuns: RUNS },
  );
  // Not all of them were refused at the door.
  expect(seen).toContain(true);
});

test('driver and provider outlive whatever a class or a volume says', () => {
  const seen = new Set<boolean>();
  const object = nearly(
    { objectName: 'a', secretPath: 'kv/data/app/config', secretKey: 'username' },
    {
      objectName: word,
      secretPath: fc.oneof(word, fc.constantFrom('kv/data/app/config', '/v1/kv/data/app/config?version=9')),
      secretKey: word,
      method: fc.constantFrom('GET', 'PUT', 'BREW', ''),
      secretArgs: tree,
      filePermission: scalar,
      encoding: fc.constantFrom('hex', 'base64', 'utf-8', 'x'),
    },
  );
  const objects = fc.oneof(
    word,
    fc.array(object, { maxLength: 3 }).map((list) => JSON.stringify(list)),
    fc.constantFrom('- {', '&a [*a]'),
  );
  fc.assert(
    fc.property(
      nearly(
        {
          provider: 'vault',
          parameters: { roleName: 'app-web', objects: '[{objectName: a, secretPath: kv/data/app/config}]' },
        },
        {
          provider: fc.constantFrom('vault', 'aws', '', '../x'),
          parameters: nearly(
            { roleName: 'app-web', objects: '[]' },
            {
              roleName: fc.constantFrom('app-web', 'x', ''),
              objects,
              vaultAddress: word,
              vaultAuthMountPath: word,
              audience: word,
              vaultSkipTLSVerify: word,
            },
          ),
          secretObjects: fc.oneof(
            tree,
            fc.array(
              spec({
                secretName: word,
                type: word,
                labels: tree,
                data: fc.oneof(tree, fc.array(spec({ objectName: word, key: word }))),
              }),
            ),
          ),
        },
      ),
      nearly(
        { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: 'web' } },
        {
          driver: fc.constantFrom('secrets-store.csi.k8s.io', 'none'),
          readOnly: fc.boolean(),
          volumeAttributes: fc.dictionary(
            fc.constantFrom('secretProviderClass', 'x'),
            fc.constantFrom('web', 'none', ''),
          ),
        },
      ),
      (provided, csi) => {
        const session = sessionOf('csi');
        apply(session, 'SecretProviderClass', 'secrets-store.csi.x-k8s.io/v1', { spec: provided });
        const containers = [{ name: 'app', image: 'nginx:1.27', volumeMounts: [{ name: 's', mountPath: '/s' }] }];
        apply(session, 'Pod', 'v1', { spec: { serviceAccountName: 'web', volumes: [{ name: 's', csi }], containers } });
        session.advanceTo(240_000);
        session.type('kubectl delete pod web -n app');
        session.advanceTo(300_000);
        seen.add(session.run.history.some((e) => e.kind === 'file' && e.path.startsWith('pods/app/web/s/')));
      },
    ),
    { numRuns: RUNS },
  );
  expect(seen).toContain(true);
});

const DISTURBANCES = [
  'vault kv put kv/app/config username=web password=new',
  'vault kv delete kv/app/config',
  'vault policy write kv-app none.hcl',
  'vault token revoke -mode=path auth/kubernetes',
  'vault auth disable kubernetes',
  'kubectl delete pods --all -n app',
  'kubectl delete pods --all -n vault',
  'kubectl delete pods --all -n kube-system',
  'kubectl delete pods --all -n vault-secrets-operator',
  'kubectl delete secret web -n app',
  'kubectl delete vaultauth web -n app',
  'kubectl delete vaultconnection vault -n app',
  'kubectl delete vaultstaticsecret web -n app',
  'kubectl delete secretproviderclass web -n app',
  'kubectl delete serviceaccount web -n app',
  'kubectl delete deployment web -n app',
  'kubectl delete namespace app',
  'kubectl apply -f app.yaml',
] as const;
const FAULTS = [
  'vault.down',
  'vault.sealed',
  'kubernetes.apiserver.down',
  'network.vault.loss',
  'vault.restarted',
] as const;

test('both outlive whatever happens around them, in any order', () => {
  const event = fc.tuple(
    fc.integer({ min: 0, max: 90_000 }),
    fc.oneof(
      fc.constantFrom(...DISTURBANCES),
      fc.constantFrom(...FAULTS),
      fc.constantFrom(...FAULTS.map((f) => `-${f}`)),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom('csi', 'secrets-operator'), fc.array(event, { maxLength: 8 }), (name, events) => {
      const session = sessionOf(name);
      session.type('kubectl apply -f app.yaml');
      for (const [pause, what] of events) {
        session.advanceTo(session.now + pause);
        try {
          if (what.startsWith('-')) session.fault(what.slice(1), 'end');
          else if ((FAULTS as readonly string[]).includes(what)) session.fault(what, 'begin');
          else session.type(what);
        } catch (error) {
          // A fault that cannot begin or end now is refused with words.
          if ((error as Error).name !== 'SessionError') throw error;
        }
      }
      session.advanceTo(session.now + 600_000);
    }),
    { numRuns: RUNS },
  );
});
