/** What completion may ask of a world. Nothing is changed: requests are answered from a copy. */

import { entries, find } from '../../kernel/trie.ts';
import type { World } from '../../kernel/world.ts';
import { handle as handleKubernetes, type KubernetesContext, parseRequest } from '../../kubernetes/index.ts';
import { handle as handleVault, type VaultContext } from '../../vault/index.ts';
import { HOME } from '../home.ts';
import { ADMIN_TOKEN } from '../kubectl/client.ts';
import { type Json, listAt } from '../kubectl/objects/json.ts';
import type { ShellContext } from '../shell-machine.ts';

export class View {
  readonly #world: World;
  readonly #shell: string;

  /** @param shell actor whose variables and files count */
  constructor(world: World, shell: string) {
    this.#world = world;
    this.#shell = shell;
  }

  #context<T>(actor: string): T | undefined {
    return find(this.#world.actors, actor)?.snapshot.context as T | undefined;
  }

  get #moment() {
    return { wall: this.#world.epoch + this.#world.now, entropy: 0 };
  }

  /** Variables of the shell. */
  get env(): Readonly<Record<string, string>> {
    return this.#context<ShellContext>(this.#shell)?.env ?? {};
  }

  /** Names of the operator's files. */
  get files(): readonly string[] {
    return entries(this.#world.files).flatMap(([path]) => (path.startsWith(HOME) ? [path.slice(HOME.length)] : []));
  }

  /** Text of one of the operator's files. */
  file(path: string): string | null {
    return find(this.#world.files, HOME + path)?.text ?? null;
  }

  get #token(): string {
    return this.env.VAULT_TOKEN || (this.file('.vault-token')?.trim() ?? '');
  }

  /** `data` of Vault's answer to the operator; `null` when it has none for them. */
  vault(method: 'GET' | 'LIST', path: string): Json | null {
    const context = this.#context<VaultContext>('vault');
    if (!context) return null;
    const request = { method, path: `/v1/${path}`, headers: { 'x-vault-token': this.#token }, remote: '127.0.0.1' };
    const { response } = handleVault(context.state, request, this.#moment);
    const body = response?.status === 200 ? (response.body as Json | null) : null;
    return body === null ? null : 'help' in body ? body : ((body.data as Json | null) ?? null);
  }

  /** Objects of a collection as the operator sees them. */
  kubernetes(path: string): readonly Json[] {
    const context = this.#context<KubernetesContext>('kubernetes');
    if (!context) return [];
    const request = parseRequest('GET', path, { authorization: `Bearer ${ADMIN_TOKEN}` }, undefined);
    const { outcome } = handleKubernetes(context.api, request, this.#moment);
    return outcome.kind === 'answer' && outcome.status === 200 ? listAt(outcome.body, 'items') : [];
  }
}
