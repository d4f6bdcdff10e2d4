import type { Mention } from '../mention';
import { configReader } from './config/config';
import type { ExpressionMeanings } from './meaning/meaning';
import { MentionCollector, type Source } from './program/mentions';
import { OwnMeanings } from './program/own';
import type { Resolver } from './program/resolver';

/** Every mention of a program, in no order: symbols, strings that choose a loss, expressions that compute one. */
export function collectMentions(
  resolver: Resolver,
  source: Source,
  meanings: ExpressionMeanings,
): readonly Mention[] {
  meanings.begin();
  const own = new OwnMeanings((definition, home, name) => meanings.ofBody(definition, home, name));
  const config = configReader(resolver, source);
  const collector = new MentionCollector(source, resolver, own, config, (term, scope, branch) =>
    meanings.of(term, resolver, scope, branch),
  );
  return collector.collect();
}
