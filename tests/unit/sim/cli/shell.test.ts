import { describe, expect, it } from 'vitest';
import type { ShellContext } from '../../../../src/sim/cli/index.ts';
import { machines as cli, parseScript, ShellError } from '../../../../src/sim/cli/index.ts';
import { Run } from '../../../../src/sim/kernel/index.ts';

const shell = (files: Record<string, string> = {}): Run => {
  const run = new Run(cli, { seed: 1 });
  for (const [path, text] of Object.entries(files)) run.apply({ type: 'write', path: `home/${path}`, text });
  run.apply({ type: 'spawn', id: 'operator', kind: 'cli/shell', input: { env: { USER: 'you' } } });
  return run;
};

const context = (run: Run): ShellContext => run.actor('operator')?.snapshot.context as ShellContext;

const type = (run: Run, script: string, stdin?: string): { out: string; err: string; exit: number | null } => {
  run.apply({
    type: 'send',
    to: 'operator',
    event: { type: 'type', script, ...(stdin !== undefined && { stdin }) } as { type: string },
  });
  run.settle();
  const last = context(run).typed.at(-1);
  return { out: last?.stdout ?? '', err: last?.stderr ?? '', exit: last?.exit ?? null };
};

describe('the shell', () => {
  it.each([
    ['echo hello  world', 'hello world\n'],
    [`echo 'a  $USER' "b $USER" c\\ d`, 'a  $USER b you c d\n'],
    ['X=1; echo $X ${Y:-two}', '1 two\n'],
    ['echo a; false || echo b && echo c', 'a\nb\nc\n'],
    ['printf "%s-%s\\n" a b | tr a-z A-Z', 'A-B\n'],
    ['echo $(echo one; echo two)', 'one two\n'],
    ['echo "$(printf "x\\ny")" | wc -l', '2\n'],
    ['printf "b\\na\\n" | sort | head -n 1', 'a\n'],
    ['echo vault | base64 | base64 -d', 'vault\n'],
    ['grep -c role app.yaml', '2\n'],
    ['cat < app.yaml | grep -v role', 'kind: Pod\n'],
    ['echo hi > new.txt; cat new.txt; ls', 'hi\napp.yaml\nnew.txt\n'],
    ['cat *.yaml | head -1', 'role: a\n'],
    ['cat <<EOF\nx $USER\nEOF', 'x you\n'],
    ["cat <<'EOF'\nx $USER\nEOF", 'x $USER\n'],
    ['false; echo $?', '1\n'],
    ['export A=b; echo $A # comment', 'b\n'],
    ['echo a 2>&1 >/dev/null', ''],
    ['echo one \\\n  two', 'one two\n'],
  ])('%s', (script, out) => {
    const run = shell({ 'app.yaml': 'role: a\nkind: Pod\nrole: b\n' });
    expect(type(run, script).out).toBe(out);
  });

  it('keeps variables and the exit code between scripts', () => {
    const run = shell();
    type(run, 'A=1');
    expect(type(run, 'echo $A; nosuch')).toEqual({ out: '1\n', err: 'sh: nosuch: command not found\n', exit: 127 });
    expect(type(run, 'echo $?').out).toBe('127\n');
  });

  it('gives standard input to the first program of a script', () => {
    expect(type(shell(), 'cat | wc -l', 'a\nb\n').out).toBe('2\n');
  });

  it('says of a real but not modelled program what to do instead', () => {
    const { err, exit } = type(shell(), 'vim app.yaml');
    expect(exit).toBe(127);
    expect(err).toContain('Edit the file in the editor');
  });

  it('lets virtual time pass while a command sleeps, and ends it on Ctrl-C', () => {
    const run = shell();
    run.apply({
      type: 'send',
      to: 'operator',
      event: { type: 'type', script: 'sleep 5; echo done' } as { type: string },
    });
    run.advanceTo(4_999);
    expect(context(run).typed.at(-1)?.exit).toBeNull();
    run.advanceTo(5_000);
    expect(context(run).typed.at(-1)).toMatchObject({ stdout: 'done\n', exit: 0, startedAt: 0, endedAt: 5_000 });
    run.apply({ type: 'send', to: 'operator', event: { type: 'type', script: 'sleep 100' } as { type: string } });
    run.apply({ type: 'send', to: 'operator', event: { type: 'interrupt' } });
    expect(context(run).typed.at(-1)).toMatchObject({ exit: 130, stderr: '^C\n' });
  });

  it.each([
    ['echo "open', 1, 6],
    ["echo 'open", 1, 6],
    ['a\necho $(b', 2, 9],
    ['| b', 1, 1],
    ['for x in a; do echo; done', 1, 1],
  ])('names line and column of the mistake in %j', (script, line, column) => {
    try {
      parseScript(script);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ShellError);
      expect(error).toMatchObject({ line, column });
    }
  });
});
