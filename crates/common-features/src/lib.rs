//! No code: the manifest asks for features on behalf of xtask and the publisher.
