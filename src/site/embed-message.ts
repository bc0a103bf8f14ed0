/** Type of the message that an embedded step sends to the page around it. */
export const heightMessageType = 'exchange-setup-guides:height';
