#!/bin/sh
# Starts Chromium in a network of its own, in which packets can get lost: it is called as the process that starts it (lossy.mjs).
name="seutu-$PPID"
ip netns add "$name" || exit 1
# Packets of the size that they have on the way to a server.
ip netns exec "$name" ip link set lo mtu 1500 up || exit 1
exec ip netns exec "$name" "$SEUTU_LOSSY_CHROMIUM" "$@"
