// What an answer holds, and what that means.

// The text without what a terminal could obey.
export function printable(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

// Pairs of a path such as "data.0.perm" and the text of the value there, in the order of the
// answer. A name that stands twice has both values: none can hide the other. Throws where the
// text is no object and no list of JSON.
export function flatten(text) {
  const whole = JSON.parse(text);
  if (whole === null || typeof whole !== 'object') throw new Error('no object and no list');
  const flat = [];
  const open = [];
  const add = (value) => {
    flat.push([printable(open.map(({ name }) => name).join('.')), printable(value)]);
  };
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g)) {
    const inside = open.at(-1);
    if (token === '{' || token === '[') {
      if (inside !== undefined) inside.isEmpty = false;
      open.push({ isList: token === '[', name: token === '[' ? 0 : undefined, isEmpty: true });
    } else if (token === '}' || token === ']') {
      open.pop();
      if (inside.isEmpty) add(inside.isList ? '[]' : '{}');
    } else if (token === ',') {
      inside.name = inside.isList ? inside.name + 1 : undefined;
    } else if (token !== ':') {
      const plain = token.startsWith('"') ? JSON.parse(token) : token;
      if (inside.name === undefined) {
        // No name can pass itself off as a path.
        inside.name = plain.replaceAll('.', '?');
      } else {
        inside.isEmpty = false;
        add(plain);
      }
    }
  }
  return flat;
}

function isOnly(some, names) {
  return some.length > 0 && some.every((value) => names.includes(value));
}

// A part that most addresses fit, and one that is an address or a range of them.
const mostAddresses = /^([0.:]+(\/.*)?|.*\/0*[0-7])$/;
const wholeAddress = /^([0-9A-Fa-f]+[.:]|::)[0-9A-Fa-f.:]*(\/[0-9]+)?$/;

// What a test finds in an answer, such as names; it holds where that is anything.
export function finds(flat, path, test, ...names) {
  const pattern = new RegExp(`^(?:${path})$`);
  const found = flat.filter(([place]) => pattern.test(place));
  const values = found.map(([, value]) => value);
  const parts = [...new Set(values.flatMap((value) => value.split(/[, ]+/)))].filter(
    (part) => part !== '',
  );
  const listed = test === 'lists' || test === 'lacks' ? parts : values;
  const named = listed.filter((value) => names.includes(value));
  switch (test) {
    case 'is':
    case 'lists':
      return named;
    case 'isnt':
    case 'lacks':
      return named.length === 0 ? ['-'] : [];
    case 'only':
      return isOnly(values, names) ? ['-'] : [];
    case 'strays':
      return isOnly(values, names) ? [] : ['-'];
    case 'among':
      return isOnly(parts, names) ? ['-'] : [];
    case 'beyond':
      return isOnly(parts, names) ? [] : ['-'];
    case 'bare':
      return values.length === 0 ||
        values.some((value) => /^[, ]*$/.test(value)) ||
        parts.some((part) => names.includes(part) || mostAddresses.test(part))
        ? ['-']
        : [];
    case 'odd':
      return parts.filter((part) => !names.includes(part) && !wholeAddress.test(part));
    case 'items': // or an empty list at the path that is the name
      return [...values, ...(finds(flat, names[0], 'is', '[]') ?? [])];
    case 'there':
      return values;
    case 'absent':
      return values.length === 0 ? ['-'] : [];
    case 'others':
      return parts.filter((part) => !names.includes(part));
    // [[flags]]
    case 'flags': // last names of the paths at which "false" does not stand
      return found
        .filter(([, value]) => value !== 'false')
        .map(([place]) => place.split('.').at(-1))
        .filter((name) => !names.includes(name));
    // [[/flags]]
    // [[until]]
    case 'until': // the first name is the unit
      return values
        .filter((value) => value !== '' && !names.slice(1).includes(value))
        .slice(0, 1)
        .map((value) => dayOf(names[0], value));
    // [[/until]]
    // [[partner]]
    case 'foreign': // addresses that are shown in part cannot be compared
      return addressesOf(parts).filter((part) => !part.includes('*') && !names.includes(part));
    case 'unbound':
      return addressesOf(parts).some((part) => part.includes('*') || part === names[0])
        ? []
        : names;
    // [[/partner]]
  }
}

// [[until]]
// The day of a time, or what stands there instead.
function dayOf(unit, value) {
  const digits = { text: 0, seconds: 11, milliseconds: 14 }[unit];
  if (!/^[0-9]+$/.test(value) || value.length > digits) return value;
  const time = new Date(Number(value) * (unit === 'seconds' ? 1000 : 1));
  return time.toISOString().slice(0, 10);
}

// [[/until]]
// [[partner]]
// Addresses as the page writes them: in lower case, without the mask of a single one.
function addressesOf(parts) {
  return parts.map((part) => part.replace(/\/(32|128)$/, '').toLowerCase());
}

// [[/partner]]
export function allHold(flat, tests) {
  return tests.every((test) => finds(flat, ...test).length > 0);
}

// What the rules say of an answer, by row or outcome, with what they found as it may be shown.
export function judge(flat, rows, rules, shown = (text) => text) {
  const said = new Map(rows.map(([name, , start]) => [name, [start]]));
  for (const [tests, ...tells] of rules) {
    if (!allHold(flat, tests)) continue;
    const found = tests.length === 0 ? [] : finds(flat, ...tests.at(-1));
    for (const [name, ...parts] of tells) {
      said.set(name, [...(said.get(name) ?? []), parts.join(shown(found.join(' ')))]);
    }
  }
  return said;
}
