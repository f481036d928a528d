/** `kubectl create TYPE NAME`: one object from flags. Source: kubectl: pkg/cmd/create/*.go. */
import { kindNamed } from '../../../../kubernetes/kinds/index.ts';
import type { Run } from '../../../program.ts';
import { type Call, type Command, DRY_RUN, OUTPUT } from '../../command.ts';
import { ApiFailure, failed, misused } from '../../failure.ts';
import type { FlagSet } from '../../flags.ts';
import { pathOf, shortType } from '../../mapper.ts';
import { type Json, nameOf } from '../../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../../output/dry-run.ts';
import { structured } from '../../output/structured.ts';

export interface Maker {
  readonly group: string;
  readonly kind: string;
  /** The words after `create`. */
  readonly word: string;
  readonly short?: string;
  readonly flags: FlagSet;
  /**
   * Fields beside name and namespace. @throws KubectlFailure
   */
  readonly fields: (call: Call, name: string) => Run<Json>;
  /**
   * What kubectl puts before a refusal of the server; left out: the refusal is shown in its own form, as kubectl does
   * where it hands the error on as it is.
   */
  readonly failing?: string;
  /** Takes a command behind `--`. */
  readonly takesCommand?: boolean;
}

/** The one name of a `create` command. @throws KubectlFailure */
export const nameFrom = (call: Call, word: string, takesCommand = false): string => {
  const args = takesCommand && call.beforeDash !== null ? call.args.slice(0, call.beforeDash) : call.args;
  const [name, ...more] = args;
  if (name === undefined || more.length > 0)
    throw misused(`create ${word}`, `exactly one NAME is required, got ${args.length}`);
  return name;
};

function* make(call: Call, maker: Maker): Run<number> {
  const kind = kindNamed(maker.group, maker.kind);
  if (!kind) throw failed(`${maker.kind} is not modelled`);
  const { flags, process } = call;
  const name = nameFrom(call, maker.word, maker.takesCommand);
  const dryRun = dryRunOf(flags);
  const version = maker.group === '' ? 'v1' : `${maker.group}/v1`;
  const metadata = kind.namespaced ? { name, namespace: call.namespace } : { name };
  const object: Json = { apiVersion: version, kind: maker.kind, metadata, ...(yield* maker.fields(call, name)) };
  const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=kubectl-create`;
  try {
    const made =
      dryRun === 'client'
        ? object
        : ((yield* call.client.request('POST', pathOf(kind, call.namespace) + query, object)) as Json);
    const format = flags.text('output');
    if (format !== '') process.out(structured(format, made));
    else process.out(`${shortType(kind)}/${nameOf(made)} created${dryRunSuffix(dryRun)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ApiFailure && maker.failing !== undefined) throw failed(`${maker.failing}${error.message}`);
    throw error;
  }
}

/** The command of a maker, under its long and its short name. */
export const commandsOf = (maker: Maker): Readonly<Record<string, Command>> => {
  const command: Command = {
    summary: `Create a ${maker.kind}`,
    usage: `create ${maker.word} NAME`,
    flags: { ...OUTPUT, ...DRY_RUN, ...maker.flags },
    run: (call) => make(call, maker),
  };
  return {
    [`create ${maker.word}`]: command,
    ...(maker.short !== undefined && { [`create ${maker.short}`]: command }),
  };
};

/** Fields that need nothing from the world. */
export const plain = (fields: (call: Call, name: string) => Json): Maker['fields'] =>
  function* (call, name) {
    return fields(call, name);
  };
