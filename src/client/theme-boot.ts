/**
 * Runs in the head before anything is drawn, so that a chosen theme does not flash.
 * Kept as text: the page carries it inline, and the configuration puts its hash into
 * the content security policy.
 */
export const themeBootScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}document.documentElement.dataset.scripts='on'";
