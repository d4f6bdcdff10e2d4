import type { ImportedName, Program, Root } from '../program/program';
import { bind, openScope, type Origin, type Scope } from '../program/scope';
import type { Argument, Term } from '../program/term';
import { dottedName } from '../program/term';
import type { Token } from './tokens';

/** What a language without a grammar of its own says in its own way. */
export interface Habits {
  /** Signs that assign to what stands before them. */
  readonly assigns: ReadonlySet<string>;
  /** Signs between the parts of a path. */
  readonly joins: ReadonlySet<string>;
  /** Reads a statement that imports, at its first token; false where it is none. */
  readonly readImport: (reader: LexedReader) => boolean;
  /** Words that say how a name is bound and mean nothing here: `const`. */
  readonly modifiers: ReadonlySet<string>;
  /** What the arguments of a call mean beyond what is written, e.g. `'Reduction', 'sum'`. */
  readonly readArguments?: (given: readonly Argument[]) => readonly Argument[];
  /** Words before the name of a function that is defined. */
  readonly defines: ReadonlySet<string>;
}

const closing: { readonly [open: string]: string } = { '(': ')', '[': ']', '{': '}', '.(': ')' };
const deepest = 120;

/** Reads calls, assignments and imports out of tokens; what else a program says is passed over. */
export class LexedReader {
  readonly roots: Root[] = [];
  readonly imports: ImportedName[] = [];
  readonly packages = new Set<string>();
  readonly module: Scope = openScope('module', undefined, 0, undefined);
  at = 0;
  private depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    private readonly habits: Habits,
  ) {}

  read(): Program {
    while (this.at < this.tokens.length) {
      const before = this.at;
      if (!this.habits.readImport(this)) this.readStatement();
      if (this.at === before) this.at++;
    }
    const { module, roots, imports, packages } = this;
    return { module, roots, imports, packages: [...packages], definitions: [] };
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  /** Where the token before the next one ends. */
  private endBefore(): number {
    return this.tokens[Math.min(this.at, this.tokens.length) - 1]?.end ?? 0;
  }

  bindImport(name: string, path: string, at: number): void {
    this.packages.add(path.split('.', 1)[0]!);
    bind(this.module.bindings, name, { at, branch: undefined, origin: { kind: 'import', path } });
  }

  bindUnknown(name: string, at: number): void {
    bind(this.module.bindings, name, { at, branch: undefined, origin: { kind: 'unknown' } });
  }

  private bindValue(target: Term, origin: Origin, at: number): void {
    const called = target.kind === 'call' ? target.callee : target;
    const name = dottedName(called);
    if (name === undefined) return;
    const isFunction = target.kind === 'call';
    bind(this.module.bindings, name, {
      at,
      branch: undefined,
      origin: isFunction ? { kind: 'unknown' } : origin,
    });
  }

  /** One statement up to the end of its line. */
  private readStatement(): void {
    while (this.habits.modifiers.has(this.peek()?.text ?? '')) this.at++;
    const first = this.peek();
    if (first && this.habits.defines.has(first.text)) {
      this.at++;
      this.readDefinition();
      return;
    }
    const target = this.readTerm(() => this.isAssignment() || this.isEnd());
    if (!target) return;
    if (!this.isAssignment()) {
      this.roots.push({ term: target, scope: this.module, branch: undefined });
      return;
    }
    this.at++;
    while (this.peek()?.kind === 'break') this.at++;
    const value = this.readTerm(() => this.isEnd());
    const at = this.endBefore();
    if (value) this.roots.push({ term: value, scope: this.module, branch: undefined });
    this.bindValue(
      target,
      value ? { kind: 'value', term: value, scope: this.module } : { kind: 'unknown' },
      at,
    );
  }

  /** `function f(x)`, `function y = f(x)`: the name hides the library's. */
  private readDefinition(): void {
    let name: Token | undefined;
    while (this.peek() && this.peek()!.kind !== 'break' && this.peek()!.text !== '(') {
      if (this.peek()!.kind === 'name') name = this.peek();
      this.at++;
    }
    if (name) this.bindUnknown(name.text, 0);
    while (this.peek() && this.peek()!.kind !== 'break') this.at++;
  }

  private isAssignment(): boolean {
    return this.habits.assigns.has(this.peek()?.text ?? '') && this.peek()?.kind === 'sign';
  }

  private isEnd(): boolean {
    const token = this.peek();
    return !token || token.kind === 'break' || token.text === ';';
  }

  /** Reads until the given end; one value stays what it is, several become parts. */
  private readTerm(isEnd: () => boolean): Term | undefined {
    const parts: Term[] = [];
    const operators: string[] = [];
    const start = this.at;
    while (this.at < this.tokens.length && !isEnd()) {
      const before = this.at;
      const part = this.readValue();
      if (part) parts.push(part);
      else {
        operators.push(this.peek()?.text ?? '');
        this.at++;
      }
      if (this.at === before) this.at++;
    }
    return combine(parts, operators, this.tokens[start]?.start ?? 0, this.endBefore());
  }

  /** A name with its members and calls, a literal, or something in brackets. */
  private readValue(): Term | undefined {
    const token = this.peek();
    if (!token || this.depth > deepest) return undefined;
    if (token.kind === 'name') return this.readName();
    if (token.kind === 'number') {
      this.at++;
      const value = Number(token.text.replace(/[_L]/g, ''));
      return { kind: 'literal', value, start: token.start, end: token.end };
    }
    if (token.kind === 'string') return this.readString(token);
    if (Object.hasOwn(closing, token.text)) return this.readBrackets(token);
    return undefined;
  }

  private readString(token: Token): Term {
    this.at++;
    const quote = token.text.startsWith('"""') ? 3 : 1;
    const value = token.text.slice(quote, Math.max(quote, token.text.length - quote));
    return { kind: 'literal', value, start: token.start + quote, end: token.start + quote + value.length };
  }

  private readBrackets(open: Token): Term {
    const items = this.readArguments(open);
    const values = items.map(({ value }) => value);
    const end = this.endBefore();
    if (open.text === '(' && values.length === 1) return values[0]!;
    return {
      kind: open.text === '[' ? 'list' : 'other',
      ...(open.text === '[' ? { items: values } : { parts: values }),
      start: open.start,
      end,
    } as Term;
  }

  private readName(): Term {
    const first = this.peek()!;
    this.at++;
    let term: Term = literalWord(first) ?? {
      kind: 'name',
      name: first.text.replaceAll('`', ''),
      start: first.start,
      end: first.end,
    };
    for (let token = this.peek(); token; token = this.peek()) {
      const next = this.peek(1);
      if (this.habits.joins.has(token.text) && next?.kind === 'name') {
        this.at += 2;
        term = { kind: 'member', object: term, name: next.text, start: term.start, end: next.end };
      } else if ((token.text === '(' || token.text === '.(') && token.start === this.endBefore()) {
        const given = this.readArguments(token);
        term = {
          kind: 'call',
          callee: term,
          arguments: given,
          start: term.start,
          end: this.endBefore(),
        };
      } else break;
    }
    return term;
  }

  /** What stands between brackets, `name = value` by name. */
  private readArguments(open: Token): readonly Argument[] {
    const close = closing[open.text]!;
    this.at++;
    this.depth++;
    const given: Argument[] = [];
    while (this.at < this.tokens.length && this.peek()!.text !== close) {
      const before = this.at;
      const [first, second] = [this.peek(), this.peek(1)];
      const isNamed = first?.kind === 'name' && second?.text === '=';
      if (isNamed) this.at += 2;
      const value = this.readTerm(() => {
        const token = this.peek()!;
        return (
          token.text === ',' ||
          token.text === ';' ||
          token.text === close ||
          (close === '}' && token.kind === 'break')
        );
      });
      if (value) given.push(isNamed ? { name: first.text, value } : { value });
      if (this.peek() && this.peek()!.text !== close) this.at++;
      if (this.at === before) this.at++;
    }
    this.at++;
    this.depth--;
    return this.habits.readArguments?.(given) ?? given;
  }
}

const words: { readonly [word: string]: boolean | null } = {
  true: true,
  false: false,
  TRUE: true,
  FALSE: false,
  nothing: null,
  NULL: null,
};

function literalWord(token: Token): Term | undefined {
  if (!Object.hasOwn(words, token.text)) return undefined;
  return { kind: 'literal', value: words[token.text]!, start: token.start, end: token.end };
}

function combine(
  parts: readonly Term[],
  operators: readonly string[],
  start: number,
  end: number,
): Term | undefined {
  const [first, second] = parts;
  if (!first) return undefined;
  if (parts.length === 1 && operators.length === 0) return first;
  if (parts.length === 1 && operators.length === 1)
    return { kind: 'unary', operator: operators[0]!, operand: first, start, end };
  if (parts.length === 2 && operators.length === 1)
    return { kind: 'binary', operator: operators[0]!, left: first, right: second!, start, end };
  return { kind: 'other', parts, start, end };
}
