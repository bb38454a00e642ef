// Keys by their names, as WebDriver sends them (WebDriver 2, §17.4.2 "Keyboard actions").

export const KEYS = { Enter: "\uE006", Tab: "\uE004", Escape: "\uE00C", Shift: "\uE008" };

/** The actions of one key, held down together with Shift where that is asked for. */
export function pressing(key, { shift = false } = {}) {
  const value = KEYS[key] ?? key;
  const actions = [{ type: "keyDown", value }, { type: "keyUp", value }];
  const held = { value: KEYS.Shift };
  if (shift) return keyboard([{ type: "keyDown", ...held }, ...actions, { type: "keyUp", ...held }]);
  return keyboard(actions);
}

/** The actions of a text, letter by letter. */
export const typing = (text) =>
  keyboard([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));

/** The actions of a pointer that goes to a place, in CSS pixels of the window, and clicks there where that is asked for. */
export function pointing(x, y, { click = false } = {}) {
  const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport" };
  const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  const actions = click ? [move, ...press] : [move];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

const keyboard = (actions) => [{ type: "key", id: "keyboard", actions }];
