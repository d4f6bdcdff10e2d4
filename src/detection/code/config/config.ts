import {
  frameworks,
  readsStrings,
  stringsNamed,
  type StringPlace,
} from '../../../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';
import type { Mention } from '../../mention';
import type { ConfigReader, Source } from '../program/mentions';
import type { Resolver } from '../program/resolver';
import type { Branch, Scope } from '../program/scope';
import type { Argument, CallTerm, DictionaryTerm, LiteralTerm, Term } from '../program/term';
import { dottedName } from '../program/term';
import type { Given } from '../program/value';
import { believed, configMention, isDispatchKey, isLossKey, registered, spoken } from './meaning';

/** Reads the strings in a program that stand for losses: `compile(loss='huber')`, `dict(type='L1Loss')`. */
export function configReader(resolver: Resolver, source: Source): ConfigReader {
  const reader = new Reader(resolver, source);
  return (term, scope, branch) => reader.read(term, scope, branch);
}

let callees: ReadonlySet<string> | undefined;

/** Whether some library reads strings in calls of this name: most calls are done with here. */
function readsAnything(callee: string): boolean {
  callees ??= new Set(
    frameworks().flatMap(({ contexts }) =>
      contexts.flatMap(({ callee: name }) => (name === undefined ? [] : [lastName(name)])),
    ),
  );
  return callees.has(lastName(callee));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** A string and the place that gives it a meaning. */
interface Placed {
  readonly literal: LiteralTerm;
  readonly place: StringPlace;
}

class Reader {
  constructor(
    private readonly resolver: Resolver,
    private readonly source: Source,
  ) {}

  read(term: Term, scope: Scope, branch: Branch | undefined): readonly Mention[] {
    if (term.kind === 'call') return this.readCall(term, scope, branch);
    if (term.kind === 'dictionary') return this.readDictionary(term, scope, branch);
    return [];
  }

  private readCall(term: CallTerm, scope: Scope, branch: Branch | undefined): readonly Mention[] {
    const given = { arguments: term.arguments, scope, branch, home: this.resolver };
    const callee = this.calleeOf(term, scope, branch);
    if (callee === undefined) return [];
    if (callee === 'dict') return this.readEntries(given);
    const read = !readsAnything(callee)
      ? []
      : this.placesIn(term, callee, scope, branch).flatMap(({ literal, place }) =>
          this.mention(literal, stringsNamed(String(literal.value), place), given),
        );
    return read.length > 0 ? read : this.readLossKeys(given);
  }

  /** `build(loss='focal')`: the keyword says what the string is, whoever reads it. */
  private readLossKeys(given: Given): readonly Mention[] {
    return given.arguments.flatMap(({ name, value }) => {
      if (name === undefined || !isLossKey(name) || value.kind !== 'literal') return [];
      return this.speak(value, given);
    });
  }

  private speak(literal: LiteralTerm, given: Given): readonly Mention[] {
    if (typeof literal.value !== 'string') return [];
    const symbol = spoken(literal.value, given, this.resolver.surroundings.library);
    return symbol ? configMention(literal, symbol, given, this.source) : [];
  }

  /** The path that is called, or its spelling where it is a method of something unknown. */
  private calleeOf(term: CallTerm, scope: Scope, branch: Branch | undefined): string | undefined {
    const value = this.resolver.evaluate(term.callee, scope, branch);
    if (value?.kind === 'own') return undefined;
    if (value?.kind === 'path') return value.path;
    if (term.callee.kind === 'member') return dottedName(term.callee) ?? `.${term.callee.name}`;
    return dottedName(term.callee);
  }

  private placesIn(
    term: CallTerm,
    callee: string,
    scope: Scope,
    branch: Branch | undefined,
  ): readonly Placed[] {
    const placed: Placed[] = [];
    let position = 0;
    for (const argument of term.arguments) {
      const place =
        argument.name === undefined ? { callee, position: position++ } : { callee, keyword: argument.name };
      if (readsStrings(place))
        for (const literal of this.stringsIn(argument.value, scope, branch, 0))
          placed.push({ literal, place });
      if (argument.value.kind !== 'dictionary') continue;
      for (const { key, value } of argument.value.entries) {
        if (key?.kind !== 'literal') continue;
        const inner = { callee, objectKey: String(key.value) };
        if (readsStrings(inner))
          for (const literal of this.stringsIn(value, scope, branch, 0))
            placed.push({ literal, place: inner });
      }
    }
    return placed;
  }

  /** The strings that an argument holds: itself, one in each place of a list, one for each output of a model. */
  private stringsIn(
    term: Term,
    scope: Scope,
    branch: Branch | undefined,
    depth: number,
  ): readonly LiteralTerm[] {
    if (depth > 4) return [];
    switch (term.kind) {
      case 'literal':
        return typeof term.value === 'string' ? [term] : [];
      case 'list':
        return term.items.flatMap((item) => this.stringsIn(item, scope, branch, depth + 1));
      case 'dictionary':
        return term.entries.flatMap(({ value }) => this.stringsIn(value, scope, branch, depth + 1));
      case 'choice':
        return [term.then, term.otherwise].flatMap((part) => this.stringsIn(part, scope, branch, depth + 1));
      case 'name': {
        const bindings = this.resolver.bindingsOf(term.name, scope, term.start, branch) ?? [];
        const origin = bindings.length === 1 ? bindings[0]!.origin : undefined;
        return origin?.kind === 'value' && origin.term.kind !== 'name'
          ? this.stringsIn(origin.term, origin.scope, undefined, depth + 1)
          : [];
      }
      default:
        return [];
    }
  }

  private readDictionary(term: DictionaryTerm, scope: Scope, branch: Branch | undefined): readonly Mention[] {
    const entries = term.entries.flatMap(({ key, value }): Argument[] =>
      key?.kind === 'literal' ? [{ name: String(key.value), value }] : [],
    );
    return this.readEntries({ arguments: entries, scope, branch, home: this.resolver });
  }

  /** The entries of a dictionary: parameters of a booster, or a class of a registry with its options. */
  private readEntries(given: Given): readonly Mention[] {
    return given.arguments.flatMap(({ name, value }) => {
      if (name === undefined) return [];
      const strings = this.stringsIn(value, given.scope, given.branch, 0);
      const place = { dictKey: name };
      const known = readsStrings(place)
        ? strings.flatMap((literal) =>
            this.mention(literal, stringsNamed(String(literal.value), place), given),
          )
        : [];
      if (known.length > 0) return known;
      if (isLossKey(name) && value.kind !== 'dictionary')
        return strings.flatMap((literal) => this.speak(literal, given));
      if (!isDispatchKey(name) || value.kind !== 'literal') return [];
      const symbol = registered(String(value.value), given, this.resolver.surroundings.library);
      return symbol ? configMention(value, symbol, given, this.source) : [];
    });
  }

  private mention(
    literal: LiteralTerm,
    symbols: readonly FrameworkSymbol[],
    given: Given,
  ): readonly Mention[] {
    const chosen = believed(symbols, this.resolver.packages);
    return chosen ? configMention(literal, chosen, given, this.source) : [];
  }
}
