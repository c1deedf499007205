import { render } from 'preact';

const root = document.getElementById('root');
if (root) render(<h1>Alma User Guard</h1>, root);
