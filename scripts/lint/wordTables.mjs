import ts from 'typescript';

/**
 * Stops objects that are asked with words: an object answers "constructor" and "toString" with what it inherits, and those words stand in
 * articles, YAML and tables. A Map has what was put into it and nothing else; `Object.hasOwn` of the same object and key lets one through.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const wordTables = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { ask: 'An object asked with a word answers "constructor", too: use a Map, or ask Object.hasOwn first.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isText = (/** @type {ts.Type} */ type) =>
      (type.isUnion() ? type.types : [type]).some(
        ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any)) !== 0,
      );
    const isAsked = (/** @type {any} */ object, /** @type {any} */ key) => {
      if (key.type === 'Literal' || (key.type === 'TemplateLiteral' && key.expressions.length === 0)) return false;
      // what is only said to be one of the known keys may be any word
      const said = key.type === 'TSAsExpression' && key.typeAnnotation.type !== 'TSAnyKeyword' ? key.expression : key;
      return (
        isText(services.getTypeAtLocation(said)) && !services.program.getTypeChecker().isArrayLikeType(services.getTypeAtLocation(object))
      );
    };
    const text = (/** @type {any} */ node) => context.sourceCode.getText(node);
    const isOwn = (/** @type {any} */ node, /** @type {any} */ object, /** @type {any} */ key) => {
      const own = `Object.hasOwn(${text(object)}, ${text(key)})`;
      for (let child = node, at = node.parent; at; child = at, at = at.parent) {
        if ((at.type === 'ConditionalExpression' || at.type === 'IfStatement') && at.consequent === child && text(at.test) === own)
          return true;
        if (at.type === 'LogicalExpression' && at.operator === '&&' && at.right === child && text(at.left) === own) return true;
      }
      return false;
    };
    return {
      MemberExpression(node) {
        if (node.computed && isAsked(node.object, node.property) && !isOwn(node, node.object, node.property))
          context.report({ node, messageId: 'ask' });
      },
      "BinaryExpression[operator='in']"(/** @type {any} */ node) {
        if (node.left.type !== 'PrivateIdentifier' && isAsked(node.right, node.left)) context.report({ node, messageId: 'ask' });
      },
    };
  },
};
