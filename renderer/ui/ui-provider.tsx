import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.css';
import './theme.css';
import { MantineProvider, type MantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useLayoutEffect, type ReactNode } from 'react';
import { DensityContext, type Density } from './density.ts';
import { pageNonce } from './nonce.ts';
import { theme, themeVariables } from './theme.ts';

/** Wraps the window once: theme, colours by the system or forced, density, and the place where toasts appear. */
export function UiProvider({ scheme = 'auto', density = 'comfortable', children }: { readonly scheme?: MantineColorScheme; readonly density?: Density; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} getStyleNonce={pageNonce} defaultColorScheme="auto" {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}>
      <DensityContext value={density}>
        {children}
        {/* A landmark of its own, after everything else, so that Tab and F6 reach what a message offers. How many are shown: feedback/toast.tsx. */}
        <section aria-label="Messages" data-pane><Notifications position="bottom-center" autoClose={8000} limit={100} withinPortal={false} /></section>
      </DensityContext>
    </MantineProvider>
  );
}
