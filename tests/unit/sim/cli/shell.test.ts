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
    ['printf dmF1bHQ | base64 -d', 'vault'],
    ['printf a.b.c | cut -d. -f1,3', 'a.c\n'],
    ['echo a:b:c > cut.txt; cut -d : -f 2- cut.txt', 'b:c\n'],
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
    ['for x in a "b c" *.yaml; do echo "<$x>"; done', '<a>\n<b c>\n<app.yaml>\n'],
    ['for i in $(seq 2 2 6); do echo $i; done; seq 2', '2\n4\n6\n1\n2\n'],
    ['for i in {1..3}; do echo $((i * 2)); done | tail -n 1', '6\n'],
    ['i=0; while [ $i -lt 3 ]; do i=$((i + 1)); if [ $i -eq 2 ]; then continue; fi; echo $i; done', '1\n3\n'],
    ['until false; do echo once; break; done', 'once\n'],
    ['for a in 1 2; do for b in x y; do if test $b = y; then continue 2; fi; echo $a$b; done; done', '1x\n2x\n'],
    ['if false; then echo a; elif true; then echo b; else echo c; fi', 'b\n'],
    ['if ! grep -q none app.yaml\nthen\n  echo absent\nfi', 'absent\n'],
    ['printf "a 1\\nb 2\\n" | while read -r name rest; do echo "$rest$name"; done', '1a\n2b\n'],
    ['while read line; do echo "- $line"; done < app.yaml > list; wc -l < list', '3\n'],
    ['A=1; (A=2; exit 3); echo $? $A', '3 1\n'],
    ['{ echo a; echo b; } | wc -l', '2\n'],
    ['A=2; { A=3; }; echo $A $(( (1 + A) % 3 )) $((A>2&&A!=4))', '3 1 1\n'],
    ['echo {a,b}.yaml "{a,b}"', 'a.yaml b.yaml {a,b}\n'],
    ['for x in 1; do cat <<EOF\n$x\nEOF\ndone', '1\n'],
    ['echo done if; exit 4; echo never', 'done if\n'],
  ])('%s', (script, out) => {
    const run = shell({ 'app.yaml': 'role: a\nkind: Pod\nrole: b\n' });
    expect(type(run, script).out).toBe(out);
  });

  it('keeps variables and the exit code between scripts', () => {
    const run = shell();
    type(run, 'A=1');
    expect(type(run, 'echo $A; nosuch')).toEqual({ out: '1\n', err: 'bash: nosuch: command not found\n', exit: 127 });
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

  it('an endless loop lets time pass; a day of looks takes no longer than its looks', () => {
    const run = shell();
    run.apply({
      type: 'send',
      to: 'operator',
      event: { type: 'type', script: 'while true; do date +%s >> seen; sleep 60; done' } as { type: string },
    });
    run.advanceTo(86_400_000);
    expect(context(run).typed.at(-1)?.exit).toBeNull();
    expect(run.file('home/seen')?.text.split('\n')).toHaveLength(1441);
    run.apply({ type: 'send', to: 'operator', event: { type: 'interrupt' } });
    expect(context(run).typed.at(-1)?.exit).toBe(130);
    run.apply({
      type: 'send',
      to: 'operator',
      event: { type: 'type', script: 'while :; do :; done' } as { type: string },
    });
    run.advanceTo(86_401_000);
    expect(context(run).typed.at(-1)?.exit).toBeNull();
  });

  it('a command goes on from a copy of the world as from the world itself', () => {
    const run = shell();
    run.apply({
      type: 'send',
      to: 'operator',
      event: { type: 'type', script: 'for i in 1 2 3; do echo $i; sleep 1; done' } as { type: string },
    });
    run.advanceTo(1_500);
    const branch = run.branch();
    run.advanceTo(5_000);
    branch.advanceTo(5_000);
    expect(context(branch).typed).toEqual(context(run).typed);
    expect(context(run).typed.at(-1)?.stdout).toBe('1\n2\n3\n');
  });

  it.each([
    ['echo "open', 1, 6],
    ["echo 'open", 1, 6],
    ['a\necho $(b', 2, 9],
    ['| b', 1, 1],
    ['done', 1, 1],
    ['if true; fi', 1, 10],
    ['for x in a; do echo', 1, 20],
    ['for x in a; echo; done', 1, 13],
    ['while true; do done', 1, 16],
    ['case x in x) echo;; esac', 1, 1],
    ['(echo', 1, 6],
    ['echo $((1', 1, 7],
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
