/** `kubectl set env`. Source: kubectl: pkg/cmd/set/set_env.go. */
import type { Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { type Json, listAt, textAt } from '../../objects/json.ts';
import { changeContainers, isMeant, SET_FLAGS } from './change.ts';

const SETS = /^[-._a-zA-Z][-._a-zA-Z0-9]*=/;
const REMOVES = /^[-._a-zA-Z][-._a-zA-Z0-9]*-$/;

/** A variable and where its value is from, as `--list` shows it. */
const shown = (variable: Json): string => {
  const key = textAt(variable, 'valueFrom', 'secretKeyRef', 'key');
  if (key !== '')
    return `# ${textAt(variable, 'name')} from secret ${textAt(variable, 'valueFrom', 'secretKeyRef', 'name')}, key ${key}`;
  return `${textAt(variable, 'name')}=${textAt(variable, 'value')}`;
};

export const setEnv: Command = {
  summary: 'Set variables of containers',
  usage: 'set env (TYPE NAME | TYPE/NAME) NAME=VALUE… NAME-…',
  flags: {
    ...SET_FLAGS,
    containers: { kind: 'text', short: 'c', otherwise: '*', help: 'Names of containers; * stands for any' },
    list: { kind: 'bool', help: 'Show the variables' },
  },
  *run(call) {
    const sets = call.args.filter((a) => SETS.test(a)).map((a) => a.split(/=(.*)/s, 2) as [string, string]);
    const removes = call.args.filter((a) => REMOVES.test(a)).map((a) => a.slice(0, -1));
    const targets = call.args.filter((a) => !SETS.test(a) && !REMOVES.test(a));
    const listing = call.flags.bool('list');
    if (targets.length === 0)
      throw failed('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    if (!listing && sets.length + removes.length === 0)
      throw failed('at least one environment variable must be provided');
    const both = sets.find(([name]) => removes.includes(name));
    if (both)
      throw failed(
        `can not both modify and remove the following environment variables in the same command: ${both[0]}`,
      );
    const wanted = call.flags.text('containers');
    return yield* changeContainers(call, targets, 'env updated', ({ main, init }, object, kind, name) => {
      const meant = main.filter((c) => isMeant(c, wanted));
      if (listing) {
        for (const c of meant)
          call.process.out(
            `# ${kind} ${name}, container ${textAt(c, 'name')}\n${listAt(c, 'env')
              .map((v) => `${shown(v)}\n`)
              .join('')}`,
          );
        return { main: [], init: [] };
      }
      if (meant.length === 0 && init.length === 0) throw failed(`${object} has no containers`);
      const changed = meant.map((c) => ({
        name: c.name,
        env: [
          ...sets.map(([name, value]) => ({ name, value, valueFrom: null })),
          ...removes
            .filter((name) => listAt(c, 'env').some((v) => v.name === name))
            .map((name) => ({ name, $patch: 'delete' })),
        ],
      }));
      return { main: changed, init: [] };
    });
  },
};
