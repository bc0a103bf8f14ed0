export const screen = {
  drawing: (day: string) => `A drawing from sources read on ${day}; yours may look different.`,
  capture: (day: string) => `Screenshot made on ${day}.`,
  leaveOff: 'leave off',
  switchOff: 'switch off',
  never: 'never',
};
