import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Response } from '../../../../../src/sim/vault/framework/index.ts';
import { pki } from '../../../../../src/sim/vault/pki/index.ts';
import { LoneMount } from '../backend.ts';

const HOUR = 3_600_000;
let mount: LoneMount;

const data = (answer: unknown): Record<string, string> => (answer as Response).data as Record<string, string>;
const issue = (role: string, body: Readonly<Record<string, unknown>>) => mount.write(`issue/${role}`, body);
const refusal = (role: string, body: Readonly<Record<string, unknown>>) =>
  issue(role, body) as readonly [number, string];

beforeEach(() => {
  mount = new LoneMount(pki);
  mount.maxLease = 87_600 * 3600;
});

const withRoot = (ttl = '8760h') =>
  data(mount.write('root/generate/internal', { common_name: 'example.com', ttl, key_type: 'ec' }));

describe('without a root', () => {
  test('nothing can be issued', () => {
    mount.write('roles/web', { allow_any_name: true, key_type: 'ec' });
    expect(issue('web', { common_name: 'a.example.com' })).toEqual([
      500,
      'could not fetch the CA certificate (was one set?): no default issuer currently configured',
    ]);
  });

  test('a role says so when it is written', () => {
    expect((mount.write('roles/web', {}) as Response).warnings).toEqual([
      'Issuing Certificate was set to default, but no default issuing certificate (configurable at /config/issuers) is currently set',
    ]);
  });

  test('the raw authority is an empty answer', () => {
    expect(mount.ask('read', 'ca/pem')).toMatchObject({ status: 204 });
  });
});

describe('a role', () => {
  beforeEach(() => void withRoot());

  const allowed = (role: Readonly<Record<string, unknown>>, name: string): boolean => {
    mount.write('roles/r', { key_type: 'ec', ...role });
    return !Array.isArray(issue('r', { common_name: name }));
  };
  const domains = { allowed_domains: 'example.com' };

  test.each([
    ['nothing but localhost by itself', {}, ['localhost'], ['example.com', 'a.example.com']],
    ['the bare domain', { ...domains, allow_bare_domains: true }, ['example.com', 'EXAMPLE.com'], ['a.example.com']],
    [
      'subdomains',
      { ...domains, allow_subdomains: true },
      ['a.example.com', 'a.b.example.com', '*.example.com'],
      ['example.com', 'aexample.com'],
    ],
    [
      'no wildcards',
      { ...domains, allow_subdomains: true, allow_wildcard_certificates: false },
      ['a.example.com'],
      ['*.example.com'],
    ],
    [
      'globs',
      { allowed_domains: '*-web.example.com', allow_glob_domains: true },
      ['a-web.example.com'],
      ['web.example.com'],
    ],
    ['any name that is one', { allow_any_name: true }, ['x', 'a.b'], ['under_score.example.com', 'a..b']],
    ['any text', { allow_any_name: true, enforce_hostnames: false }, ['under_score', 'No Host'], []],
    ['mail', { ...domains, allow_bare_domains: true }, ['me@example.com'], ['me@other.org', 'a@b@example.com']],
    [
      'host names only',
      { ...domains, allow_bare_domains: true, cn_validations: 'hostname' },
      ['example.com'],
      ['me@example.com'],
    ],
  ])('may allow %s', (_what, role, good, bad) => {
    expect(good.filter((name) => !allowed(role, name))).toEqual([]);
    expect(bad.filter((name) => allowed(role, name))).toEqual([]);
  });

  test('refuses each other kind of name with words of its own', () => {
    mount.write('roles/r', { ...domains, allow_subdomains: true, key_type: 'ec', allow_ip_sans: false });
    const cn = 'a.example.com';
    expect(refusal('r', { common_name: cn, alt_names: 'b.example.com,evil.org' })[1]).toBe(
      'subject alternate name evil.org not allowed by this role',
    );
    expect(refusal('r', { common_name: cn, ip_sans: '10.0.0.1,10.0.0.2' })[1]).toBe(
      'IP Subject Alternative Names are not allowed in this role, but was provided [10.0.0.1 10.0.0.2]',
    );
    expect(refusal('r', { common_name: cn, uri_sans: 'spiffe://x' })[1]).toContain('but were provided via the API');
    expect(refusal('r', { common_name: cn, other_sans: '1.2.3;utf8:x' })[1]).toBe(
      'other SAN OID 1.2.3 not allowed by this role',
    );
    expect(refusal('r', { common_name: cn, ttl: '1h', not_after: '2027-01-01T00:00:00Z' })[1]).toContain(
      'Either ttl or',
    );
    expect(refusal('r', { common_name: cn, format: 'jks' })[1]).toContain('the "format" path parameter');
  });

  test('is checked when it is written', () => {
    expect(mount.write('roles/r', { key_type: 'rsa', key_bits: 1024 })).toEqual([
      400,
      'RSA keys < 2048 bits are unsafe and not supported: got 1024',
    ]);
    expect(mount.write('roles/r', { key_type: 'ec', key_bits: 512 })).toEqual([
      400,
      'unsupported bit length for EC key: 512',
    ]);
    expect(mount.write('roles/r', { key_type: 'dsa' })).toEqual([400, 'unknown key type dsa']);
    expect(mount.write('roles/r', { ttl: '2h', max_ttl: '1h' })).toEqual([
      400,
      '"ttl" value must be less than "max_ttl" value',
    ]);
  });

  test('a patch changes what it names, a write the rest too', () => {
    mount.write('roles/r', { ...domains, allow_subdomains: true, max_ttl: '72h' });
    mount.ask('patch', 'roles/r', { max_ttl: '24h' });
    expect(mount.read('roles/r')).toMatchObject({ max_ttl: 86_400, allow_subdomains: true, key_bits: 2048 });
    mount.write('roles/r', domains);
    expect(mount.read('roles/r')).toMatchObject({ max_ttl: 0, allow_subdomains: false });
  });
});

describe('an issued certificate', () => {
  beforeEach(() => void withRoot());

  test('is signed by the root, for the names and the time asked for, and its key fits', () => {
    const root = data(mount.ask('read', 'cert/ca'));
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec', client_flag: false, organization: 'Lab' });
    const issued = data(issue('r', { common_name: 'a.b', alt_names: 'c.b', ip_sans: '10.1.2.3', ttl: '2h' }));
    const leaf = new X509Certificate(issued.certificate ?? '');
    const authority = new X509Certificate(root.certificate ?? '');
    expect(leaf.checkIssued(authority)).toBe(true);
    expect(leaf.subject).toBe('O=Lab\nCN=a.b');
    expect(leaf.subjectAltName).toBe('DNS:a.b, DNS:c.b, IP Address:10.1.2.3');
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(leaf.serialNumber.toLowerCase()).toBe((issued.serial_number ?? '').replaceAll(':', ''));
    expect(Date.parse(leaf.validTo)).toBe(mount.wall + 2 * HOUR);
    expect(Number(issued.expiration) * 1000).toBe(mount.wall + 2 * HOUR);
  });

  test.each([
    ['rsa', 'RSA PRIVATE KEY'],
    ['ec', 'EC PRIVATE KEY'],
    ['ed25519', 'PRIVATE KEY'],
  ])('has a key of the type %s of its role', (type, label) => {
    mount.write('roles/r', { allow_any_name: true, key_type: type });
    const issued = data(issue('r', { common_name: 'a' }));
    expect(issued.private_key).toContain(`-----BEGIN ${label}-----`);
    expect(issued.private_key_type).toBe(type);
    const pkcs8 = data(issue('r', { common_name: 'a', private_key_format: 'pkcs8' }));
    expect(pkcs8.private_key).toContain('-----BEGIN PRIVATE KEY-----');
  });

  test('cannot outlive its issuer unless that allows it', () => {
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec' });
    expect(refusal('r', { common_name: 'a', ttl: '9000h' })[1]).toBe(
      'cannot satisfy request, as TTL would result in notAfter of 2027-01-15T08:00:00Z that is beyond the expiration of the CA certificate at 2027-01-05T08:00:00Z',
    );
    mount.ask('patch', 'issuer/default', { leaf_not_after_behavior: 'truncate' });
    expect(data(issue('r', { common_name: 'a', ttl: '9000h' })).expiration).toBe(Date.UTC(2027, 0, 5, 8) / 1000);
  });

  test('says where to ask once that is configured', () => {
    mount.write('config/urls', { crl_distribution_points: 'http://vault:8200/v1/pki/crl' });
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec' });
    const { certificate = '' } = data(issue('r', { common_name: 'a' }));
    expect(Buffer.from(new X509Certificate(certificate).raw).includes('http://vault:8200/v1/pki/crl')).toBe(true);
    expect(mount.write('config/urls', { ocsp_servers: 'nope' })).toEqual([
      400,
      'invalid URL found in Authority Information Access (AIA) parameter ocsp_servers: nope',
    ]);
  });

  test('is on the list once it is revoked, and revoking again answers the same', () => {
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec' });
    const { serial_number = '' } = data(issue('r', { common_name: 'a' }));
    const before = data(mount.ask('read', 'cert/crl')).certificate;
    const first = mount.write('revoke', { serial_number: serial_number.toUpperCase() });
    mount.wall += HOUR;
    expect(mount.write('revoke', { serial_number })).toEqual(first);
    expect(data(mount.ask('read', 'cert/crl')).certificate).not.toBe(before);
    expect(data(mount.ask('read', `cert/${serial_number}`)).revocation_time).toBe((mount.wall - HOUR) / 1000);
    expect(data(mount.ask('list', 'certs/revoked')).keys).toEqual([serial_number]);
  });

  test('is gone unless it is stored', () => {
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec', no_store: true });
    const { serial_number = '' } = data(issue('r', { common_name: 'a' }));
    expect(mount.write('revoke', { serial_number })).toEqual([
      400,
      `certificate with serial ${serial_number} not found.`,
    ]);
  });

  test('is leased where the role says so, and the end of the lease revokes it', () => {
    mount.write('roles/r', { allow_any_name: true, key_type: 'ec', generate_lease: true });
    const answer = issue('r', { common_name: 'a', ttl: '1h' }) as Response;
    expect(answer.secret).toMatchObject({ ttl: 3600, renewable: false });
    const { serial_number = '' } = data(answer);
    const handlers = pki.backend(mount.mount).secrets?.pki;
    mount.change((storage) =>
      handlers?.revoke(mount.core, { storage, mount: mount.mount } as never, answer.secret as never),
    );
    expect(data(mount.ask('list', 'certs/revoked')).keys).toEqual([serial_number]);
  });
});

describe('a root', () => {
  test('cannot be put on its own list', () => {
    const { serial_number, issuer_id } = withRoot();
    expect(mount.write('revoke', { serial_number })).toEqual([
      400,
      `adding issuer (id: ${issuer_id}) to its own CRL is not allowed`,
    ]);
  });

  test('gives its key away only when it is exported', () => {
    expect(withRoot().private_key).toBeUndefined();
    expect(data(mount.write('root/generate/exported', { common_name: 'b' })).private_key).toContain('RSA PRIVATE KEY');
  });

  test('the first stays the default until another is chosen', () => {
    const first = withRoot();
    const second = data(mount.write('root/rotate/internal', { common_name: 'new', key_type: 'ec' }));
    expect(second.issuer_name).toBe('next');
    expect(data(mount.ask('read', 'config/issuers')).default).toBe(first.issuer_id);
    mount.write('root/replace');
    expect(data(mount.ask('read', 'config/issuers')).default).toBe(second.issuer_id);
  });
});
