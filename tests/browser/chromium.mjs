// How the machine's own Chromium is started: the same way for tests, measurements and screenshots.

import { existsSync } from "node:fs";

/** The whole browser: as a visitor has it, and with the machine's voices. */
const DEBIAN = "/usr/bin/chromium";
const CHROMIUM = process.env.SEUTU_CHROMIUM || DEBIAN;

/** The same browser of the same version without a window to draw, which Debian has beside it: a third of the time a page. */
const HEADLESS_SHELL = process.env.SEUTU_HEADLESS_SHELL || (CHROMIUM === DEBIAN ? `${DEBIAN}-headless-shell` : CHROMIUM);

const args = [
  // In a container there is neither a user namespace for the sandbox nor a graphics card.
  "--no-sandbox",
  "--disable-gpu",
  // The browser itself shall ask nobody for anything while pages are tested or measured.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

export const launchOptions = { executablePath: CHROMIUM, args };

/** For tests that need no window and no voice, where the machine has that part of Chromium. */
export const headlessOptions = existsSync(HEADLESS_SHELL) ? { executablePath: HEADLESS_SHELL, args } : launchOptions;
