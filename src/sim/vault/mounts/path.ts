/** A mount's path as Vault keeps it: no slash before, one behind. (vault: logical_system.go, sanitizePath) */
export const mountPath = (text: string): string => {
  const bare = text.replace(/^\/+/, '');
  return bare.endsWith('/') ? bare : `${bare}/`;
};

/** Paths that are Vault's own. (vault: vault/mount.go, protectedMounts) */
const PROTECTED = ['audit/', 'auth/', 'sys/', 'cubbyhole/', 'identity/'];

export const isProtected = (path: string): boolean => PROTECTED.some((own) => path.startsWith(own));
