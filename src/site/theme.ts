/**
 * Runs in the head before anything is painted, so that a chosen theme does not flash. It is inlined as it stands and
 * allowed by its hash in the content security policy; `astro.config.mjs` computes that hash from this text.
 */
export const themeScript = `(function(){try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}})()`;
