import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import './look/look.css';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { adoptThemeVariables } from './look/theme.ts';
import { language } from './words/own.ts';
import { forgetKeptKey, takeKeyFromAddress } from './sign-in/signing.ts';

document.documentElement.lang = language;
forgetKeptKey();
takeKeyFromAddress();
window.addEventListener('hashchange', takeKeyFromAddress);
adoptThemeVariables();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Console />);
