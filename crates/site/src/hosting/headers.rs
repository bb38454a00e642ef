//! What goes with every answer, beside how long it keeps.

/// Names and values, the same for every file. `Strict-Transport-Security` isn't among them: it binds a whole
/// host for a year, which is for those who keep the host to say.
pub const HEADERS: [(&str, &str); 7] = [
    // A file is what its type says (Fetch §3.6).
    ("X-Content-Type-Options", "nosniff"),
    // Other sites learn from where a visitor comes, not from which page.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    // The documents' own policy stands in them; this part of it counts in a header only (CSP Level 3 §6.4.2).
    (POLICY, "frame-ancestors 'none'"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (RESOURCE_POLICY, "same-origin"),
    ("Permissions-Policy", PERMISSIONS),
];

/// The header that says whose documents may show a file (Fetch §3.7).
const RESOURCE_POLICY: &str = "Cross-Origin-Resource-Policy";

/// With pictures, sound and film in the place of the value for all: feed readers, search engines and other
/// sites of a municipality show those.
pub const SHOWN_BY_ALL: (&str, &str) = (RESOURCE_POLICY, "cross-origin");

/// The portal asks for none of it (Permissions Policy §9). Not among them is whatever a film needs that is
/// opened alone: playing at once, the whole screen, a picture in the picture. Nor are names that a browser in
/// use reports as unknown.
const PERMISSIONS: &str = "accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(), display-capture=(), \
     gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), \
     local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), publickey-credentials-create=(), \
     publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), unload=(), usb=(), \
     window-management=(), xr-spatial-tracking=()";

/// With data, which programs of other sites may read.
pub const OPEN_DATA: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// The header that says what a document may do.
const POLICY: &str = "Content-Security-Policy";

/// With pictures and documents of the editor's, in the place of the policy for all. Whoever opens one alone
/// opens a document of the site's origin: with this it is one of no origin, runs no program and loads nothing
/// (CSP Level 3 §6.4.1, HTML §7.1.5). A drawing may show the pictures and fonts that are written out within
/// it.
pub const CONFINED: (&str, &str) = (
    POLICY,
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'",
);
