import assert from 'node:assert/strict';

/** Fails unless a text is well-formed XML of elements, attributes in either quotes, and text; returns the elements' names. */
export function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const rest = xml.replace(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+=(?:'[^'<]*'|"[^"<]*"))*)\s*(\/?)>/g, tag);
  function tag(_whole: string, closing: string, name: string, _attributes: string, empty: string): string {
    if (closing) assert.equal(open.pop(), name);
    else names.push(name);
    if (!closing && !empty) open.push(name);
    return '';
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]/);
  assert.doesNotMatch(rest, /&(?!(?:lt|gt|amp|quot|#\d+);)/);
  assert.ok([...rest].every((char) => char >= ' '));
  return names;
}
