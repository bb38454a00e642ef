// How the machine's own Chromium is started: the same way for tests, measurements and screenshots.

export const launchOptions = {
  executablePath: process.env.SEUTU_CHROMIUM || "/usr/bin/chromium",
  args: [
    // In a container there is neither a user namespace for the sandbox nor a graphics card.
    "--no-sandbox",
    "--disable-gpu",
    // The browser itself shall ask nobody for anything while pages are tested or measured.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
  ],
};
