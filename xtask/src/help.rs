//! `cargo xtask --help`: the commands grouped by use, each with an example.
//!
//! clap lists the commands of a program in one list and has no groups for them, so the list is written here;
//! the tests compare it with the commands that clap knows.

use std::fmt::Write as _;

/// Commands with one use.
struct Group {
    heading: &'static str,
    commands: &'static [Entry],
}

/// A command and an example of it, without `cargo xtask` before both.
struct Entry {
    name: &'static str,
    example: &'static str,
}

const fn entry(name: &'static str, example: &'static str) -> Entry {
    Entry { name, example }
}

const GROUPS: &[Group] = &[
    Group {
        heading: "Every day",
        commands: &[
            entry("serve", "serve --port 8081"),
            entry("test", "test --browser search"),
            entry("build", "build"),
        ],
    },
    Group {
        heading: "Before a release",
        commands: &[
            entry("release", "release"),
            entry("package", "package"),
            entry("soak", "soak --only faults"),
            entry("reproducible", "reproducible"),
            entry("supply-chain", "supply-chain"),
        ],
    },
    Group {
        heading: "After a change of a part",
        commands: &[
            entry("bench", "bench --search"),
            entry("fuzz", "fuzz markdown --minutes 1"),
            entry("imports", "imports"),
            entry("same-output", "same-output main"),
            entry("seeded-faults", "seeded-faults --layer style"),
            entry("trunk", "trunk"),
        ],
    },
    Group {
        heading: "For Trunk, which calls them itself",
        commands: &[entry("style", "style"), entry("publish-hook", "publish-hook")],
    },
];

/// Adds the grouped list to a command whose own list is not shown, and an example to the help of each of its
/// commands.
pub fn with_groups(mut command: clap::Command) -> clap::Command {
    let mut list = String::new();
    for Group { heading, commands } in GROUPS {
        let _ = writeln!(list, "{heading}:");
        for Entry { name, example } in *commands {
            let about = command.find_subcommand(name).and_then(clap::Command::get_about);
            let about = about.map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(list, "  {name:<14} {about}\n  {:<14} $ cargo xtask {example}", "");
            command = command.mut_subcommand(name, |command| {
                command.after_help(format!("Example:\n  cargo xtask {example}"))
            });
        }
        list.push('\n');
    }
    list.push_str("`cargo xtask COMMAND --help` explains the options of a command.");
    command
        .help_template("{about-with-newline}\n{usage-heading} {usage}\n\n{after-help}")
        .after_help(list)
        .disable_help_subcommand(true)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use clap::CommandFactory;

    use super::*;
    use crate::Arguments;

    #[test]
    fn each_command_stands_in_one_group() {
        let known: Vec<String> =
            Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let listed: Vec<&str> =
            GROUPS.iter().flat_map(|group| group.commands).map(|entry| entry.name).collect();
        assert_eq!(listed.len(), known.len(), "{listed:?}");
        assert_eq!(
            listed.into_iter().collect::<BTreeSet<&str>>(),
            known.iter().map(String::as_str).collect()
        );
    }

    /// The words behind each `cargo xtask` of the documents, up to the end of the command.
    fn named_in_documents() -> Vec<(String, Vec<String>)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let of_top = ["README.md", "ARCHITECTURE.md", "SECURITY.md"].map(|name| root.join(name));
        let of_folders = ["docs", "docs/decisions"].into_iter().flat_map(|folder| {
            let files = fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path());
            files.filter(|file| file.extension().is_some_and(|extension| extension == "md"))
        });
        let mut named = Vec::new();
        for file in of_top.into_iter().chain(of_folders) {
            let text = fs::read_to_string(&file).unwrap();
            for command in text.split("cargo xtask ").skip(1) {
                let end = command.find(['`', '\n', '<']).unwrap_or(command.len());
                // Behind a number sign README.md says what a command does, which may be with another option.
                let words = command[..end].replace('#', " ");
                let words = words.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ';', ')']));
                named.push((file.display().to_string(), words.map(str::to_owned).collect()));
            }
        }
        named
    }

    #[test]
    fn documents_name_commands_and_options_that_exist() {
        let arguments = Arguments::command();
        let named = named_in_documents();
        assert!(named.len() > 30, "{}", named.len());
        for (file, words) in named {
            let Some(name) = words.first() else { continue };
            let command = arguments.find_subcommand(name);
            let command = command.unwrap_or_else(|| panic!("{file}: `cargo xtask {name}` isn't a command"));
            for option in words.iter().filter_map(|word| word.strip_prefix("--")) {
                let is_known = command.get_arguments().any(|argument| argument.get_long() == Some(option));
                assert!(is_known, "{file}: `cargo xtask {name}` has no --{option}");
            }
        }
    }

    #[test]
    fn each_example_is_a_command_that_can_be_run() {
        for Entry { name, example } in GROUPS.iter().flat_map(|group| group.commands) {
            let words = ["cargo xtask"].into_iter().chain(example.split(' '));
            let parsed = with_groups(Arguments::command()).try_get_matches_from(words).unwrap();
            assert_eq!(parsed.subcommand_name(), Some(*name));
        }
    }

    #[test]
    fn the_help_names_each_command_with_its_example() {
        let help = with_groups(Arguments::command()).render_help().to_string();
        for Group { heading, commands } in GROUPS {
            assert!(help.contains(&format!("{heading}:\n")), "{help}");
            for Entry { example, .. } in *commands {
                assert!(help.contains(&format!("$ cargo xtask {example}\n")), "{help}");
            }
        }
        let serve = with_groups(Arguments::command()).find_subcommand("serve").unwrap().clone();
        assert!(serve.clone().render_help().to_string().contains("cargo xtask serve --port 8081"));
    }
}
