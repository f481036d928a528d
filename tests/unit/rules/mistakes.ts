/** One small mistake for each rule: what is written, and with what the marked text begins. */
export interface Brief {
  readonly files: Readonly<Record<string, string>>;
  /** The text that the finding's span begins with. */
  readonly at: string;
  /** Part of the text after the fix. */
  readonly fixed?: string;
}

export const brief: Readonly<Record<string, Brief>> = {
  'kubernetes/selector-mismatch': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: api}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'labels',
  },
  'kubernetes/selector-missing': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'spec',
  },
  'kubernetes/name': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: My_App\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'My_App',
  },
  'kubernetes/label': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web, tier: "a b"}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'tier',
  },
  'kubernetes/annotation-key': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-app/config: "kv/data/app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-secret-app/config',
  },
  'pod/missing-volume': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n          volumeMounts:\n            - name: vault-secrets\n              mountPath: /vault/secrets\n',
    },
    at: 'vault-secrets',
  },
  'pod/duplicate-mount': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      volumes:\n        - {name: a, emptyDir: {}}\n        - {name: b, emptyDir: {}}\n      containers:\n        - name: app\n          image: example.com/web:1\n          volumeMounts:\n            - {name: a, mountPath: /data}\n            - {name: b, mountPath: /data}\n',
    },
    at: '/data',
  },
  'pod/duplicate-container': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'app',
  },
  'pod/missing-image': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n',
    },
    at: 'name: app',
  },
  'pod/no-containers': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers: []\n',
    },
    at: 'containers',
  },
  'pod/token-expiration': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      volumes:\n        - name: vault-token\n          projected:\n            sources:\n              - serviceAccountToken: {path: token, expirationSeconds: 300}\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '300',
  },
  'pod/resources': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n          resources:\n            requests: {cpu: "1"}\n            limits: {cpu: 500m}\n',
    },
    at: 'cpu',
  },
  'pod/restart-policy': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      restartPolicy: Never\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'Never',
  },
  'kubernetes/invalid': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  replicas: -1\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '-1',
  },
  'kubernetes/api-version': {
    files: {
      'app.yaml':
        'apiVersion: v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'v1',
    fixed: 'apiVersion: apps/v1',
  },
  'kubernetes/type': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  replicas: "2"\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'replicas',
  },
  'kubernetes/unknown-field': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountname: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'serviceAccountname',
  },
  'pod/vault-token': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n          env:\n            - name: VAULT_TOKEN\n              value: hvs.1\n',
    },
    at: 'hvs.1',
  },
  'injector/not-a-boolean': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-init-first: "yes"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"yes"',
  },
  'injector/not-a-number': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-run-as-user: "vault"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"vault"',
  },
  'injector/not-a-duration': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/auth-max-backoff: "30"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"30"',
  },
  'injector/not-a-quantity': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-limits-cpu: "lots"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"lots"',
  },
  'injector/json-patch': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-json-patch: "[{"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"[{',
  },
  'injector/default-template': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-default-template: "yaml"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"yaml"',
  },
  'injector/no-token-mount': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      automountServiceAccountToken: false\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject',
  },
  'injector/token-volume': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-service-account-token-volume-name: "none"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"none"',
  },
  'injector/system-namespace': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: kube-system\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject',
  },
  'injector/same-user': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-run-as-same-user: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"true"',
  },
  'injector/empty-setting': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/service: ""\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '""',
  },
  'injector/resources': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-limits-cpu: "10m"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"10m"',
  },
  'injector/suffix-mismatch': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-template-cfg: "x"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-template-cfg',
  },
  'injector/orphan-setting': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-perms-cfg: "0600"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-perms-cfg',
  },
  'injector/suffix-lower-case': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-Config: "kv/data/app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-secret-Config',
  },
  'injector/already-injected': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-status: "injected"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"injected"',
  },
  'injector/file-escapes': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-file-config: "/app/c.json"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"/app/c.json"',
  },
  'injector/relative-volume-path': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/secret-volume-path: "secrets"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"secrets"',
  },
  'injector/secret-path-unused': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/old"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/new" }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"kv/data/old"',
  },
  'injector/default-template-kv2': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"kv/data/app"',
  },
  'injector/empty-secret': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: " "\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '" "',
  },
  'injector/auth-path': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/auth-path: "kubernetes"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"kubernetes"',
    fixed: '"auth/kubernetes"',
  },
  'injector/kubernetes-namespace': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: app\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/namespace: "app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"app"',
  },
  'injector/local-service': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/service: "http://127.0.0.1:8200"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"http://127',
  },
  'injector/tls-skip-verify': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/tls-skip-verify: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/tls-skip-verify',
  },
  'injector/job-never-ends': {
    files: {
      'app.yaml':
        'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      restartPolicy: Never\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject',
  },
  'injector/no-rotation': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-pre-populate-only: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-pre-populate-only',
  },
  'injector/no-agent': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-pre-populate-only: "true"\n        vault.hashicorp.com/agent-pre-populate: "false"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-pre-populate:',
  },
  'injector/unknown-container': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-containers: "app, app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"app, app"',
    fixed: '"app,app"',
  },
  'injector/template-file-not-mounted': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-file-config: "/vault/custom/x"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"/vault/custom/x"',
  },
  'injector/signal-without-shared-processes': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-command-config: "pkill nginx || true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"pkill',
  },
  'injector/command-in-init': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-command-config: "pkill nginx"\n        vault.hashicorp.com/agent-share-process-namespace: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"pkill',
  },
  'injector/delimiters-without-template': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-template-left-delim-config: "[["\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-template-left-delim-config',
  },
  'injector/configmap-overrides': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-configmap: "agent"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-secret-config',
  },
  'injector/port-in-use': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-cache-enable: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n          ports: [{containerPort: 8200}]\n',
    },
    at: 'vault.hashicorp.com/agent-cache-enable',
  },
  'injector/default-account': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/role',
  },
  'injector/projected-token-unused': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      volumes:\n        - name: vault-token\n          projected:\n            sources:\n              - serviceAccountToken: {path: token, audience: vault}\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault}',
  },
  'injector/never-asked': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/role',
    fixed: 'vault.hashicorp.com/agent-inject: "true"',
  },
  'injector/prefix': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com.agent-pre-populate: "true"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com.agent',
    fixed: 'vault.hashicorp.com/agent-pre-populate',
  },
  'injector/labels': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web, vault.hashicorp.com/role: x}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/role',
  },
  'injector/missing-suffix': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret: "kv/data/app"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: 'vault.hashicorp.com/agent-inject-secret',
  },
  'agent/configuration': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\n        vault.hashicorp.com/agent-inject-perms-config: "rw"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
    },
    at: '"rw"',
  },
  'agent/hyphen-key': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/app" }}{{ .Data.data.db-password }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '.db-password',
  },
  'agent/quotes': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: "{{ with secret \'kv/data/app\' }}{{ end }}"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: "'kv",
  },
  'agent/backslash': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret \\"kv/data/app\\" }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '\\"kv',
    fixed: '{{ with secret "kv/data/app" }}',
  },
  'agent/missing-end': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/app" }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '',
  },
  'agent/unknown-function': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/app" }}{{ .Data.data | toJson }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'toJson',
    fixed: 'toJSON',
  },
  'agent/syntax': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: "{{ }}"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '',
  },
  'agent/fails': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "" }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '',
  },
  'agent/missing-data': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/app" }}{{ .Data.password }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '.Data.password',
    fixed: '.Data.data.password',
  },
  'agent/data-on-version-1': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "old/app" }}{{ .Data.data.x }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n  - {type: kv, path: old}\n',
    },
    at: '.Data.data.x',
    fixed: '{{ .Data.x }}',
  },
  'agent/secret-field': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/data/app" }}{{ .data.data.x }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '.data.data.x',
    fixed: '.Data.data.x',
  },
  'agent/version-prefix': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "v1/kv/data/app" }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"v1/',
    fixed: 'secret "kv/data/app"',
  },
  'agent/path-without-data': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ with secret "kv/app" }}{{ .Data.data.x }}{{ end }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"kv/app"',
  },
  'agent/consul-function': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-template-config: |\n          {{ key "a/b" }}\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'key',
  },
  'policy/version-prefix': {
    files: {
      'kv-app.hcl': 'path "v1/kv/data/app" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"v1',
    fixed: '"kv/data/app"',
  },
  'policy/star-inside': {
    files: {
      'kv-app.hcl': 'path "kv/data/*/x" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"kv',
    fixed: '"kv/data/+/x"',
  },
  'policy/plus-inside': {
    files: {
      'kv-app.hcl': 'path "kv/data/a+" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"kv',
  },
  'policy/deny-wins': {
    files: {
      'kv-app.hcl': 'path "kv/data/a" {\n  capabilities = ["read", "deny"]\n}\n',
    },
    at: '"deny"',
  },
  'policy/no-capabilities': {
    files: {
      'kv-app.hcl': 'path "kv/data/a" {\n}\n',
    },
    at: '"kv',
  },
  'policy/everything': {
    files: {
      'kv-app.hcl': 'path "*" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"*"',
  },
  'policy/old-write': {
    files: {
      'kv-app.hcl': 'path "kv/data/a" {\n  policy = "read"\n}\n',
    },
    at: 'policy',
  },
  'policy/same-path-twice': {
    files: {
      'kv-app.hcl': 'path "a/b" {\n  capabilities = ["read"]\n}\npath "a/b" {\n  capabilities = ["update"]\n}\n',
    },
    at: '"a/b"',
  },
  'policy/sudo-missing': {
    files: {
      'kv-app.hcl': 'path "sys/audit" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"sys',
  },
  'policy/credentials-are-read': {
    files: {
      'vault.yaml': 'secrets:\n  - {type: database, path: database}\n',
      'kv-app.hcl': 'path "database/creds/app" {\n  capabilities = ["create"]\n}\n',
    },
    at: '"database',
  },
  'policy/reserved-name': {
    files: {
      'vault.yaml': 'policies:\n  - name: root\n    rules: ""\n',
    },
    at: 'root',
  },
  'policy/name-twice': {
    files: {
      'vault.yaml': 'policies:\n  - name: a\n    rules: ""\n  - name: A\n    rules: ""\n',
    },
    at: 'A',
  },
  'role/names-missing': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        bound_service_account_name: web\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'name',
  },
  'role/namespaces-missing': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        token_policies: [kv-app]\n        bound_service_account_names: [web]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'name',
  },
  'role/mixed-star': {
    files: {
      'vault.yaml':
        "auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        bound_service_account_names: ['*', web]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n",
    },
    at: 'bound_service_account_names',
  },
  'role/selector': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        bound_service_account_namespace_selector: env=prod\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'bound_service_account_namespace_selector',
  },
  'role/ttl-over-max': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_ttl: 2h\n        token_max_ttl: 1h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_ttl',
  },
  'role/period-over-max': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_period: 1000h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '',
  },
  'role/token-type': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_type: default-service\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_type',
  },
  'role/batch-limits': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_type: batch\n        token_period: 1h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_type',
  },
  'role/alias-source': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        alias_name_source: name\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'alias_name_source',
  },
  'role/value': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        audience: [vault, x]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'audience',
  },
  'role/cidrs': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_bound_cidrs: [office]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '',
  },
  'role/refused': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_num_uses: -1\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_num_uses',
  },
  'role/name': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'app web',
  },
  'role/name-twice': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        \n      - name: App-Web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'App-Web',
  },
  'role/root-policy': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [root]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_policies',
  },
  'role/no-policies': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_ttl: 1h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'name',
  },
  'role/no-audience': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_ttl: 1h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'name',
  },
  'role/audience-list': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        audience: a,b\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'audience',
  },
  'role/literal-wildcard': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        bound_service_account_names: ["web-?"]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'bound_service_account_names',
  },
  'role/upper-case': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        bound_service_account_names: [Web]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'bound_service_account_names',
  },
  'role/any-namespace': {
    files: {
      'vault.yaml':
        "auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        token_policies: [kv-app]\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: ['*']\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n",
    },
    at: 'bound_service_account_namespaces',
  },
  'role/max-ttl-truncated': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        token_max_ttl: 2000h\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'token_max_ttl',
  },
  'config/refused': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    config:\n      kubernetes_host: https://kubernetes.default.svc\n      kubernetes_ca_cert: ca.crt\n',
    },
    at: 'ca.crt',
  },
  'config/unknown-parameter': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    config:\n      kubernetes_host: https://kubernetes.default.svc\n      kubernetes_ca: x\n',
    },
    at: 'kubernetes_ca',
  },
  'config/reviewer-jwt': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    config:\n      kubernetes_host: https://kubernetes.default.svc\n      token_reviewer_jwt: eyJ\n',
    },
    at: 'eyJ',
  },
  'config/host-is-vault': {
    files: {
      'vault.yaml': 'auth:\n  - type: kubernetes\n    config:\n      kubernetes_host: https://vault.vault.svc:8200\n',
    },
    at: 'https://vault',
  },
  'config/issuer-unchecked': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    config:\n      kubernetes_host: https://kubernetes.default.svc\n      issuer: x\n',
    },
    at: 'x',
  },
  'vault/unknown-auth': {
    files: {
      'vault.yaml': 'auth:\n  - type: kubernetez\n',
    },
    at: 'kubernetez',
    fixed: 'type: kubernetes',
  },
  'vault/auth-prefix': {
    files: {
      'vault.yaml': 'auth:\n  - type: kubernetes\n    path: auth/kubernetes\n',
    },
    at: 'auth/',
    fixed: 'path: kubernetes',
  },
  'vault/mounted-twice': {
    files: {
      'vault.yaml': 'auth:\n  - type: kubernetes\n  - type: kubernetes\n',
    },
    at: 'kubernetes',
  },
  'vault/unknown-engine': {
    files: {
      'vault.yaml': 'secrets:\n  - type: kv2\n    path: kv\n',
    },
    at: 'kv2',
    fixed: 'type: kv-v2',
  },
  'kv/version-1': {
    files: {
      'vault.yaml': 'secrets:\n  - type: kv\n    path: kv\n',
      'kv-app.hcl': 'path "kv/data/app" {\n  capabilities = ["read"]\n}\n',
    },
    at: 'kv',
  },
  'kv/startup-path': {
    files: {
      'vault.yaml':
        'secrets:\n  - type: kv-v2\n    path: kv\nstartupSecrets:\n  - type: kv\n    path: kv/app\n    data: {data: {user: web}}\n',
    },
    at: 'kv/app',
    fixed: 'path: kv/data/app',
  },
  'cross/unknown-role': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-wbe"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"app-wbe"',
    fixed: 'role: "app-web"',
  },
  'cross/unknown-mount': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/auth-path: "auth/k8s"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"auth/k8s"',
  },
  'cross/account-not-bound': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: api\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'api',
  },
  'cross/namespace-not-bound': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'shop',
  },
  'cross/audience': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-service-account-token-volume-name: "vault-token"\n    spec:\n      serviceAccountName: web\n      volumes:\n        - name: vault-token\n          projected:\n            sources:\n              - serviceAccountToken: {path: token, audience: vault-dev}\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        audience: vault\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: 'vault-dev}',
  },
  'cross/default-audience': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\n        audience: vault\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
    },
    at: '"app-web"',
  },
  'cross/unknown-policy': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-ap]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
      'kv-app.hcl': 'x',
    },
    at: 'token_policies',
  },
  'cross/unused-policy': {
    files: {
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\npolicies:\n  - name: other\n    rules: ""\n',
    },
    at: 'other',
  },
  'cross/path-not-allowed': {
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"\n        vault.hashicorp.com/role: "app-web"\n        vault.hashicorp.com/agent-inject-secret-config: "kv/data/other"\n    spec:\n      serviceAccountName: web\n      containers:\n        - name: app\n          image: example.com/web:1\n',
      'vault.yaml':
        'auth:\n  - type: kubernetes\n    roles:\n      - name: app-web\n        bound_service_account_names: [web]\n        bound_service_account_namespaces: [app]\n        token_policies: [kv-app]\nsecrets:\n  - type: kv\n    path: kv\n    options: {version: 2}\n',
      'kv-app.hcl': 'path "kv/data/app" {\n  capabilities = ["read"]\n}\n',
    },
    at: '"kv/data/other"',
  },
  'rbac/review-in-a-namespace': {
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: "reviewer"}\nrules:\n  - {apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create]}\n',
    },
    at: '[tokenreviews',
  },
  'rbac/review-verb': {
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: "reviewer"}\nrules:\n  - {apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [get]}\n',
    },
    at: '[get',
  },
  'rbac/review-group': {
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: "reviewer"}\nrules:\n  - {apiGroups: [""], resources: [tokenreviews], verbs: [create]}\n',
    },
    at: '[""',
  },
  'rbac/review-resource': {
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: "reviewer"}\nrules:\n  - {apiGroups: [authentication.k8s.io], resources: [TokenReview], verbs: [create]}\n',
    },
    at: 'TokenReview',
    fixed: '[tokenreviews]',
  },
  'rbac/system-name': {
    files: {
      'rbac.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: "system:token-reviewer"}\nrules:\n  - {apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create]}\n',
    },
    at: '"system:',
  },
};
