//! nginx: one file to include in the server block of the site. It defines nothing but locations, so that several sites of
//! one host can each have theirs.

use super::{
    file::HostFile,
    headers::{CONFINED, HEADERS, OPEN_DATA},
    rules::{self, LASTING, Lasting, Moved, Rules, escaped},
    types::{OTHER, TYPES},
};

/// The file, to be put beside the site.
pub(super) fn files(rules: &Rules) -> Vec<HostFile> {
    vec![HostFile::Beside("nginx.conf", configuration(rules))]
}

fn configuration(rules: &Rules) -> String {
    let base = rules.base.as_str();
    let mut text = format!(
        "# {address}/ on nginx, written by Seutu. In the server block of the site:\n#\n\
         #     include {included};\n#\n\
         # Copies compressed by Brotli stand beside the files; with the module ngx_http_brotli_static (Debian:\n\
         # libnginx-mod-http-brotli-static), `brotli_static on;` in the server block sends them.\n#\n\
         # nginx takes headers of the server block into a location only where that has none of its own: a header that you\n\
         # set there, such as Strict-Transport-Security, needs `add_header_inherit merge;` beside it (from nginx 1.29.3 on),\n\
         # or a line of its own among those below.\n\n",
        address = rules.address,
        included = "/etc/nginx/snippets/seutu.conf",
    );
    if !rules.base.is_root() {
        text.push_str(&format!(
            "location = {base} {{\n    absolute_redirect off;\n    return 301 {base}/;\n}}\n\n"
        ));
    }
    for Moved { from, to } in &rules.moved {
        // With and without the slash at its end: both were written somewhere.
        for from in [from.as_str(), from.trim_end_matches('/')] {
            text.push_str(&format!(
                "location = {base}{from} {{ absolute_redirect off; return 301 {base}{to}$is_args$args; }}\n"
            ));
        }
    }
    for gone in &rules.gone {
        text.push_str(&format!(
            "location = {base}{gone} {{ error_page 410 {base}{gone}index.html; return 410; }}\n"
        ));
    }
    text.push_str(&format!("\nlocation ^~ {base}/ {{\n"));
    let folder = rules.served_from.display();
    // `alias` puts the folder in the place of the location's own path, `root` in front of it.
    if rules.base.is_root() {
        text.push_str(&format!("    root \"{folder}\";\n"));
    } else {
        text.push_str(&format!("    alias \"{folder}/\";\n"));
    }
    text.push_str(&format!(
        "    index index.html;\n    autoindex off;\n    absolute_redirect off;\n    error_page 404 {base}/404.html;\n\
         \x20   # A folder without a page.\n    error_page 403 =404 {base}/404.html;\n\
         \x20   gzip_static on;\n    gzip_vary on;\n    charset utf-8;\n    charset_types text/css text/csv text/javascript \
         text/calendar text/plain;\n\n    types {{\n"
    ));
    for (ending, media_type) in TYPES {
        text.push_str(&format!("        {media_type} {ending};\n"));
    }
    text.push_str(&format!("    }}\n    default_type {OTHER};\n\n"));
    text.push_str(&format!(
        "    set $seutu_lasting \"{revalidated}\";\n    if ($uri ~ \"^{base}/{LASTING}$\") {{\n        \
         set $seutu_lasting \"{for_ever}\";\n    }}\n    set $seutu_origins \"\";\n    if ($uri ~ \"\\.({open})$\") {{\n        \
         set $seutu_origins \"{origins}\";\n    }}\n    set $seutu_policy \"{policy}\";\n    \
         if ($uri ~* \"\\.({confined})$\") {{\n        set $seutu_policy \"{confined_policy}\";\n    }}\n",
        base = escaped(base),
        revalidated = Lasting::Revalidated.header(),
        for_ever = Lasting::ForEver.header(),
        open = rules::OPEN_DATA.join("|"),
        origins = OPEN_DATA.1,
        policy = HEADERS.iter().find(|(name, _)| *name == CONFINED.0).map_or("", |(_, value)| value),
        confined = rules::CONFINED.join("|"),
        confined_policy = CONFINED.1,
    ));
    text.push_str("    add_header Cache-Control $seutu_lasting always;\n");
    text.push_str(&format!("    add_header {} $seutu_origins always;\n", OPEN_DATA.0));
    text.push_str(&format!("    add_header {} $seutu_policy always;\n", CONFINED.0));
    for (name, value) in HEADERS.iter().filter(|(name, _)| *name != CONFINED.0) {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    // Nobody's business; certificates are asked for there.
    text.push_str("\n    location ~ \"/\\.(?!well-known/)\" {\n        return 404;\n    }\n}\n");
    text
}
