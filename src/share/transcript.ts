/** `$ kubectl …`, `user@host:~$ vault …`, `root@host:/# vault …`; a `#` by itself begins a remark. */
const PROMPT = /^\s*(?:[\w.@:~/-]*[$%]|[\w.-]+@[\w.:~/-]+#)\s+(\S.*)$/;
/** Where no line has a prompt, these begin a command. */
const COMMAND = /^(?:kubectl|vault|bank-vaults|export)\s/;
const HERE = /<<-?\s*['"]?(\w+)['"]?/;

/**
 * The commands of a transcript of a terminal, in order; what was printed is left out. A script without prompts is one
 * too. Backslashes at line ends and here-documents are kept together with their command.
 */
export const commandsOf = (transcript: string): string[] => {
  const lines = transcript.replace(/\r\n?/g, '\n').split('\n');
  const prompted = lines.some((line) => PROMPT.test(line));
  const commands: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const begun = prompted ? PROMPT.exec(line)?.[1] : COMMAND.test(line) ? line : undefined;
    if (begun === undefined) continue;
    let command = begun.trimEnd();
    while (command.endsWith('\\') && i + 1 < lines.length) command += `\n${(lines[++i] ?? '').replace(/^> ?/, '')}`;
    const end = HERE.exec(command)?.[1];
    while (end !== undefined && i + 1 < lines.length) {
      const next = (lines[++i] ?? '').replace(prompted ? /^> ?/ : /^$/, '');
      command += `\n${next}`;
      if (next.trim() === end) break;
    }
    commands.push(command);
  }
  return commands;
};
