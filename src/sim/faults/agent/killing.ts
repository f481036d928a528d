/** SIGKILL for a container's program. @param reason `OOMKilled`, or '' for anybody else's kill */
export const killed = (reason: string): { readonly type: string } =>
  ({ type: 'container.kill', reason }) as { readonly type: string };
