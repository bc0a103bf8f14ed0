import { heightMessageType } from '../site/embed-message.ts';

/**
 * Tells the page around this frame how tall the content is, at first and after every
 * change: by message, and to browsers that size frames themselves.
 */
export function tellHeight(): void {
  if (parent !== window) new ResizeObserver(tell).observe(document.body);
}

function tell(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // The height of a public page is no secret, so any page may receive it.
  parent.postMessage({ type: heightMessageType, height }, '*');
  try {
    window.requestResize?.();
  } catch {
    // In what is no frame, or one that does not size itself, there is nothing to ask.
  }
}
