import './design/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepFrame } from './data/release.js';
import { resumeSession } from './data/session.js';
import { showTheme } from './design/theme.js';
import { preferredLanguage, speak } from './language/language.js';
import { createPortalRouter } from './router.js';
import { Application } from './application.js';

showTheme();
const language = preferredLanguage();
const [path] = await Promise.all([resumeSession(language), speak(language)]);
// Null: the browser is leaving for the provider.
if (path !== null) {
  history.replaceState(null, '', path);
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no place for the portal.');
  createRoot(root).render(
    <StrictMode>
      <Application router={createPortalRouter()} />
    </StrictMode>,
  );
  // What is kept for later does not hold up what is looked at now.
  if (document.readyState === 'complete') void keepFrame();
  else addEventListener('load', () => void keepFrame(), { once: true });
}
