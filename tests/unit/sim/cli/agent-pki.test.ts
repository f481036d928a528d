import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { Console } from './console.ts';

const CONFIG = `
vault { address = "http://vault:8200" }
auto_auth {
  method "token_file" { config = { token_file_path = "start-token" } }
}
template {
  contents = <<EOT
{{ with pkiCert "pki/issue/web" "common_name=a.example.com" "ttl=1h" }}{{ .Cert }}{{ .CA }}{{ .Key }}{{ end }}
EOT
  destination = "tls.pem"
}
`;

const blocks = (text: string): string[] => text.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g) ?? [];

test('a template with pkiCert renders a certificate of the pki engine, and another before it ends', () => {
  const console = new Console({ 'agent.hcl': CONFIG });
  console.type(`vault secrets enable pki
vault write -field=issuer_id pki/root/generate/internal common_name=root key_type=ec key_bits=256
vault write pki/roles/web allowed_domains=example.com allow_subdomains=true key_type=ec key_bits=256
vault token create -period=1h -field=token > start-token`);
  console.type('vault agent -config=agent.hcl', 5);
  const first = console.file('tls.pem') ?? '';
  const [leaf, ca, key] = blocks(first);
  const certificate = new X509Certificate(leaf ?? '');
  expect(certificate.subject).toBe('CN=a.example.com');
  expect(certificate.checkIssued(new X509Certificate(ca ?? ''))).toBe(true);
  expect(key).toContain('EC PRIVATE KEY');

  console.wait(1800);
  expect(console.file('tls.pem')).toBe(first);
  console.wait(1800);
  const second = new X509Certificate(blocks(console.file('tls.pem') ?? '')[0] ?? '');
  expect(second.serialNumber).not.toBe(certificate.serialNumber);
  expect(second.validFromDate.getTime()).toBeLessThan(certificate.validToDate.getTime());
});
