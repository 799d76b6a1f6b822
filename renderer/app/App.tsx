import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { connectApi, TRPCProvider } from '../lib/api.ts';
import { cssVariables, theme } from '../ui/theme.ts';
import classes from './App.module.css';
import { makeQueryClient } from './query-client.ts';
import { makeRouter } from './routes.tsx';

/** The providers, outermost first, and the router inside them. */
export function App() {
  const [queries] = useState(makeQueryClient);
  const [api] = useState(connectApi);
  const [router] = useState(makeRouter);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications className={classes.notices ?? ''} position="bottom-right" containerWidth={346} autoClose={4000} />
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={api} queryClient={queries}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
