const operation = /^\s*@(?:Query|Mutation|Subscription)\(/;
const allow = /^\s*@Allow\(/;
const method = /^\s*(?:async\s+)?\*?([A-Za-z_]\w*)\(/;

/** The operations of a resolver's source that do not say who may run them, by the names of their methods. */
export function silentOperations(source: string): readonly string[] {
  const silent: string[] = [];
  const lines = source.split('\n');
  let allowed = false;
  let open = false;
  for (const line of lines) {
    if (allow.test(line)) allowed = true;
    else if (operation.test(line)) open = true;
    const name = method.exec(line)?.[1];
    if (name === undefined) continue;
    if (open && !allowed) silent.push(name);
    [allowed, open] = [false, false];
  }
  return silent;
}
