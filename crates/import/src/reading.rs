//! Reads a page's text: prepared and parsed in turns, until both agree on what is code.

use super::{
    blocks::Parsed,
    finding::ImportFinding,
    parse::parse,
    prepare::{Known, Prepared, prepare},
};

/// How often a text is read before nothing in it is changed any more; two or three times are enough for most.
const ROUNDS: usize = 12;

/// Reads a text whose first line is line `first_line` of its file; `find` reads the file of a snippet.
pub fn read(body: &str, first_line: usize, find: &dyn Fn(&str) -> Option<String>) -> (Prepared, Parsed) {
    let mut known = Known::default();
    for _ in 0..ROUNDS {
        let prepared = prepare(body, first_line, &known, find);
        let parsed = parse(&prepared);
        if !known.learn(&prepared, &parsed) {
            return (prepared, parsed);
        }
    }
    let prepared = prepare(body, first_line, &Known::all(), find);
    let mut parsed = parse(&prepared);
    parsed.warnings.push((first_line, ImportFinding::CodeUnclear));
    (prepared, parsed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::MarkdownBlock;

    /// The texts of all code blocks of a page.
    fn code(markdown: &str) -> Vec<String> {
        fn walk(blocks: &[MarkdownBlock], found: &mut Vec<String>) {
            for block in blocks {
                match block {
                    MarkdownBlock::Code { text, .. } => found.push(text.trim_end_matches('\n').to_owned()),
                    MarkdownBlock::Quote { blocks, .. } => walk(blocks, found),
                    MarkdownBlock::List { items, .. } => items.iter().for_each(|item| walk(item, found)),
                    MarkdownBlock::Definitions { entries, .. } => {
                        entries.iter().for_each(|(_, blocks)| walk(blocks, found));
                    }
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        walk(&read(markdown, 1, &|_| None).1.blocks, &mut found);
        found
    }

    /// What nobody may change in a code block.
    const SAMPLES: [&str; 14] = [
        "!!! note\n    Sana",
        "??? tip \"Vihje\"\n    Sana",
        ":::note\nSana\n:::",
        ":::",
        "<details>\n<summary>Otsikko</summary>\n\nSana\n</details>",
        "<Note>\nSana\n</Note>",
        "<Tabs>\n</Tabs>",
        "import A from \"b\";",
        "{{< figure src=\"a.png\" >}}",
        "{{% notice note %}}\nSana\n{{% /notice %}}",
        "{% include a.html %}",
        "{{ x() }} <!-- a",
        "=== \"Yksi\"\n\n    Sana",
        "[a](b){ .c } ==d== [[e]] *[f]: g",
    ];

    fn prefixed(prefix: &str, text: &str) -> String {
        let lines = text.lines().map(|line| match line {
            "" => prefix.trim_end().to_owned(),
            line => format!("{prefix}{line}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn code_stays_as_it_is_in_every_form_of_code_block() {
        for sample in SAMPLES {
            let escaped = sample.replace('&', "&amp;").replace('<', "&lt;");
            for block in [
                format!("```\n{sample}\n```\n"),
                format!("````md\n```\n{sample}\n```\n````\n"),
                format!("~~~\n{sample}\n~~~\n"),
                format!("```\n{sample}\n"),
                format!("{}\n", prefixed("    ", sample)),
                format!("{}\n", prefixed("\t", sample)),
                format!("- kohta\n\n{}\n", prefixed("      ", sample)),
                format!("1. kohta\n\n{}\n", prefixed("       ", sample)),
                format!("- kohta\n\n  ```\n{}\n  ```\n", prefixed("  ", sample)),
                format!("> lainaus\n>\n{}\n", prefixed(">     ", sample)),
                format!("> ```\n{}\n> ```\n", prefixed("> ", sample)),
                format!("!!! note\n\n{}\n", prefixed("        ", sample)),
                format!("!!! note\n\n    ```\n{}\n    ```\n", prefixed("    ", sample)),
                format!(":::note\n\n```\n{sample}\n```\n\n:::\n"),
                format!("<details>\n<summary>S</summary>\n\n{}\n\n</details>\n", prefixed("    ", sample)),
                format!("<Note>\n\n```\n{sample}\n```\n\n</Note>\n"),
                format!("<pre>\n{escaped}\n</pre>\n"),
                format!("<pre><code class=\"language-md\">{escaped}\n</code></pre>\n"),
                format!("<div class=\"highlight\"><pre>{escaped}</pre></div>\n"),
                format!("{{{{< highlight md >}}}}\n{sample}\n{{{{< /highlight >}}}}\n"),
                format!("{{% highlight md %}}\n{sample}\n{{% endhighlight %}}\n"),
            ] {
                let page = format!("Alku.\n\n{block}");
                let found = code(&page);
                let expected =
                    if page.contains("````md") { format!("```\n{sample}\n```") } else { sample.to_owned() };
                assert_eq!(found.first(), Some(&expected), "{page}\n{:?}", read(&page, 1, &|_| None));
            }
        }
    }

    #[test]
    fn what_follows_a_code_block_is_read_as_text() {
        for code in [
            "```\na\n```\n",
            "> ```\n> a\n",
            "    a\n",
            "<pre>a</pre>\n",
            "- x\n\n      a\n",
            "<!-- ``` -->\n",
            "<div>\n```\n</div>\n",
            "`<!--` on merkki.\n",
            "    <!-- a\n",
        ] {
            let page = format!("{code}\n!!! note\n    Sana\n\n{{{{< kartta >}}}}\n");
            let (prepared, parsed) = read(&page, 1, &|_| None);
            let notice =
                |block: &MarkdownBlock| matches!(block, MarkdownBlock::Quote { container: Some(_), .. });
            assert!(parsed.blocks.iter().any(notice), "{page}\n{parsed:?}");
            assert_eq!(prepared.dropped.len(), 1, "{page}\n{prepared:?}");
        }
    }

    #[test]
    fn tabs_in_code_stay_tabs() {
        for page in [
            "```make\nall:\n\tls\n\t\tls\n```\n",
            "    all:\n    \tls\n    \t\tls\n",
            "\tall:\n\t\tls\n\t\t\tls\n",
            "!!! note\n    ```make\n    all:\n    \tls\n    \t\tls\n    ```\n",
            ":::note\n```make\nall:\n\tls\n\t\tls\n```\n:::\n",
            "!!! note\n\n\t\tall:\n\t\t\tls\n\t\t\t\tls\n",
        ] {
            assert_eq!(code(page), ["all:\n\tls\n\t\tls"], "{page}");
        }
    }

    #[test]
    fn a_line_break_in_a_notice_stays_one() {
        let (_, parsed) = read(":::note\nYksi  \nKaksi\n:::\n", 1, &|_| None);
        assert!(format!("{parsed:?}").contains("Break"), "{parsed:?}");
    }
}
