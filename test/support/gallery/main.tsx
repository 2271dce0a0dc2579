import { createRoot } from 'react-dom/client';
import { UiProvider } from '#renderer/ui/ui-provider.tsx';
import { CalendarPage } from './calendar-page.tsx';
import { PartsPage } from './parts-page.tsx';
import { TablePage } from './table-page.tsx';
import './gallery.css';

const wanted = new URLSearchParams(location.search);
const page = wanted.get('page') ?? 'table';
const scheme = wanted.get('scheme') === 'dark' ? 'dark' : 'light';

const root = document.getElementById('root');
if (root) createRoot(root).render(<UiProvider scheme={scheme} density={wanted.get('density') === 'compact' ? 'compact' : 'comfortable'}><main className="gallery">{page === 'table' && <TablePage empty={wanted.has('empty')} />}{page === 'parts' && <PartsPage />}{page === 'calendar' && <CalendarPage />}</main></UiProvider>);
