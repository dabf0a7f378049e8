// Prints, as JSON, the fields of every block, element and piece of rich text that @slack/types knows:
// {union: {type: {field: "required" | "optional"}}}. Run in a folder that has node_modules.
const path = require('node:path');
const ts = require(path.resolve('node_modules/typescript'));

const UNIONS = ['KnownBlock', 'ActionsBlockElement', 'InputBlockElement', 'SectionBlockAccessory',
  'ContextActionsBlockElement', 'RichTextBlockElement', 'RichTextElement'];
const entry = path.resolve('node_modules/@slack/types/dist/index.d.ts');
const program = ts.createProgram([entry], { strict: true });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));

function fieldsOf(members) {
  const found = {};
  for (const member of members) {
    for (const property of member.getProperties()) {
      if (property.name === 'type') continue;
      const everywhere = members.every((other) => other.getProperty(property.name));
      const optional = !everywhere || property.flags & ts.SymbolFlags.Optional;
      found[property.name] = optional ? 'optional' : 'required';
    }
  }
  return found;
}

const result = {};
for (const name of UNIONS) {
  const symbol = exported.find((one) => one.name === name);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const byType = {};
  for (const member of type.isUnion() ? type.types : [type]) {
    const literal = checker.getTypeOfSymbol(member.getProperty('type')).value;
    (byType[literal] ??= []).push(member);
  }
  result[name] = Object.fromEntries(Object.entries(byType).map(([key, members]) => [key, fieldsOf(members)]));
}
process.stdout.write(JSON.stringify(result));
