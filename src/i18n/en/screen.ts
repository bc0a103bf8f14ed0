export const screen = {
  capture: (day: string) => `Screenshot made on ${day}.`,
};
